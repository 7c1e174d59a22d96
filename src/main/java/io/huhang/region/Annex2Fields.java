package io.huhang.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.PlainText;
import io.huhang.document.Stamp;
import io.huhang.document.TickList;
import io.huhang.region.RegionCall.Question;
import io.huhang.region.RegionCall.Section;

/**
 * The places of 附件2 and what stands there: the same words for Word, PDF and the page that
 * reads like the paper (填表须知四).
 */
final class Annex2Fields {

	private static final String NOT_ASKED = "（所申报方向不填写本项。）";

	private static final String NOTHING = "无";

	private final RegionCall call;

	private final RegionScope scope;

	private final RegionDocument document;

	private final RegionForm form;

	private final Map<String, Object> fields = new HashMap<>();

	Annex2Fields(RegionCall call, RegionDocument document) {
		this.call = call;
		this.document = document;
		this.form = document.form();
		this.scope = RegionScope.of(call, this.form);
	}

	Map<String, Object> toMap() {
		numbered("unit", IntStream.range(0, this.form.unitNames().size()).mapToObj(this::unit).toList());
		text("filingDate", filingDate());
		numbered("answer", this.call.questions().stream().map(this::answer).toList());
		TickList directions = new TickList();
		this.call.directions()
			.forEach(direction -> directions.add(direction.label(), direction.code().equals(this.form.direction())));
		text("directions", directions.lines(1));
		this.fields.put("sentences", sentences());
		text("scope", this.call.scope());
		this.fields.put("sections", this.call.sections().stream().map(this::section).toList());
		this.fields.put("lists", lists());
		this.fields.put("evidence", evidence());
		return this.fields;
	}

	/** All of them, and each by its number: Word has no lists inside a row. */
	private void numbered(String key, List<Map<String, Object>> values) {
		this.fields.put(key + "s", values);
		IntStream.range(0, values.size()).forEach(i -> this.fields.put(key + i, values.get(i)));
	}

	private Map<String, Object> answer(Question question) {
		return Map.of("label", question.label(), "answer", printable("answer-" + question.key()));
	}

	private String filingDate() {
		String typed = this.form.at(RegionFields.FILING_DATE);
		return typed.isEmpty() ? "　　　　年　　月　　日" : ChineseDates.typed(typed);
	}

	private Map<String, Object> unit(int place) {
		Map<String, Object> unit = new HashMap<>();
		unit.put("name", PlainText.printable(this.form.unitNames().get(place)).strip());
		Stream.of("head", "headTitle", "contact", "contactPost", "phone", "email")
			.forEach(key -> unit.put(key, printable(key + "-" + place)));
		return unit;
	}

	// The annex as issued, whatever the direction: what it does not ask for stays blank.
	private List<Map<String, Object>> sentences() {
		List<Map<String, Object>> sentences = new ArrayList<>();
		this.call.blocks().forEach(block -> {
			boolean shown = this.scope.shows(block.part());
			sentences.add(Map.of("pieces", Sentence.of(block.title()), "title", true));
			block.rows()
				.forEach(row -> sentences
					.add(Map.of("pieces", Sentence.of(row, key -> shown ? printable(key) : ""), "title", false)));
		});
		return sentences;
	}

	private Map<String, Object> section(Section section) {
		boolean shown = this.scope.shows(section.part());
		List<String> lines = PlainText.lines(this.form.at("section-" + section.key()));
		if (section.label() == null) {
			lines = List.of();
		}
		else if (!shown) {
			lines = List.of(NOT_ASKED);
		}
		else if (lines.isEmpty() && section.optional()) {
			lines = List.of(NOTHING);
		}
		return Map.of("heading", some((section.heading() != null) ? section.heading() : ""), "guidance",
				some((section.guidance() != null) ? section.guidance() : ""), "lines",
				lines.stream().map(line -> Map.of("line", line.strip())).toList());
	}

	// What has no heading or no guidance has no empty line for it either.
	private static List<Map<String, Object>> some(String text) {
		return text.isEmpty() ? List.of() : List.of(Map.of("text", text));
	}

	private List<Map<String, Object>> lists() {
		List<Map<String, Object>> lists = new ArrayList<>();
		for (ListKind kind : this.scope.lists()) {
			NameList list = this.document.lists().getOrDefault(kind.key(), NameList.EMPTY);
			if (list.size() > 0) {
				lists.add(list(lists.size() + 1, kind, list));
			}
		}
		return lists;
	}

	private static Map<String, Object> list(int number, ListKind kind, NameList list) {
		Map<String, Object> printed = new HashMap<>();
		printed.put("title", "附名单%d：%s（共%d项）".formatted(number, kind.title(), list.size()));
		IntStream.range(0, kind.columns().size()).forEach(i -> printed.put("head" + i, kind.columns().get(i).label()));
		printed.put("rows", IntStream.range(0, list.size()).mapToObj(i -> row(i, list.rows().get(i))).toList());
		return printed;
	}

	private static Map<String, Object> row(int place, List<String> row) {
		Map<String, Object> printed = new HashMap<>();
		printed.put("no", String.valueOf(place + 1));
		IntStream.range(0, row.size()).forEach(i -> printed.put("text" + i, PlainText.printable(row.get(i)).strip()));
		return printed;
	}

	private List<Map<String, Object>> evidence() {
		List<Map<String, Object>> rows = new ArrayList<>();
		this.document.proof().forEach(file -> rows.add(file(rows.size() + 1, file, "（四）工作举措和创新做法")));
		this.document.evidence().forEach(file -> rows.add(file(rows.size() + 1, file, "其他证明材料")));
		return rows.isEmpty() ? List.of(Map.of("no", "—", "name", NOTHING, "pages", "—", "use", "—", "hash", "—"))
				: rows;
	}

	private static Map<String, Object> file(int number, StoredFile file, String use) {
		return Map.of("no", String.valueOf(number), "name", PlainText.printable(file.name()), "pages",
				(file.pages() > 0) ? String.valueOf(file.pages()) : "—", "use", use, "hash",
				Stamp.shorten(file.sha256()));
	}

	private void text(String key, String text) {
		this.fields.put(key, PlainText.printable(text));
	}

	private String printable(String key) {
		return PlainText.printable(this.form.at(key)).strip();
	}

}
