package io.huhang.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.AddedCategory;
import io.huhang.campaign.Campaign.Category;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Campaign.Ownership;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.PlainText;
import io.huhang.document.Stamp;
import io.huhang.document.TickList;

/**
 * The places of 附件1 and what stands there: the same words for Word and PDF (填表须知四).
 */
final class Annex1Fields {

	private static final int OWNERSHIPS_PER_LINE = 3;

	private static final int CATEGORIES_PER_LINE = 2;

	private static final int MOST_RECOMMENDERS = 2;

	/** A paragraph of so many characters keeps its lines together. */
	private static final int SHORT_PARAGRAPH = 300;

	private final Campaign campaign;

	private final CaseDocument document;

	private final CaseForm form;

	private final Map<String, Object> fields = new HashMap<>();

	Annex1Fields(Campaign campaign, CaseDocument document) {
		this.campaign = campaign;
		this.document = document;
		this.form = document.form();
	}

	Map<String, Object> toMap() {
		cover();
		unit();
		choices();
		sections();
		this.fields.put("evidence", evidence());
		return this.fields;
	}

	private void cover() {
		text("caseName", this.form.caseName());
		this.fields.put("recommenders", recommenders());
		text("filingDate", ChineseDates.typed(this.form.filingDate()));
	}

	/** Two lines in any case: who joins in later finds room beside the first (C14). */
	private List<Map<String, Object>> recommenders() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String name : this.document.recommenders()) {
			rows.add(recommender(rows.isEmpty() ? "推 荐 单 位：" : "", PlainText.printable(name).strip(), "（加盖单位公章）"));
		}
		while (rows.size() < MOST_RECOMMENDERS) {
			rows.add(rows.isEmpty() ? recommender("推 荐 单 位：", "", "（加盖单位公章）") : recommender("", "", ""));
		}
		return rows;
	}

	private static Map<String, Object> recommender(String label, String name, String seal) {
		return Map.of("label", label, "name", name, "seal", seal);
	}

	private void unit() {
		text("unitName", this.form.unitName());
		text("unifiedCode", this.form.unifiedCode());
		text("establishedOn", ChineseDates.typed(this.form.establishedOn()));
		text("address", this.form.address());
		text("registeredCapitalWan", this.form.registeredCapitalWan());
		text("contactName", this.form.contactName());
		text("contactPhone", this.form.contactPhone());
		text("fax", this.form.fax());
		text("email", this.form.email());
	}

	private void choices() {
		text("ownership", ownership());
		text("categories", categories());
		TickList directions = new TickList();
		for (Direction direction : this.campaign.directions()) {
			directions.add(direction.formLabel(), direction.code().equals(this.form.direction()));
		}
		text("directions", directions.lines(1));
		level("industrial", "D1", this.form.industrialLevel());
		level("vehicle", "D2", this.form.vehicleLevel());
	}

	/**
	 * Without a box of its own, an added category is told in a note where it is chosen
	 * (C1).
	 */
	private String categories() {
		TickList boxes = new TickList();
		StringBuilder note = new StringBuilder();
		for (Category category : this.campaign.categories()) {
			boolean ticked = this.form.categories().contains(category.code());
			if (!category.added() || this.campaign.addedCategory() == AddedCategory.BOX) {
				boxes.add(category.formLabel(), ticked);
			}
			else if (ticked) {
				note.append("\n注：申报单位为").append(category.formLabel()).append("（通知一（一）所列申报主体）。");
			}
		}
		return boxes.lines(CATEGORIES_PER_LINE) + note;
	}

	/** 其他 begins its own line, so that what is written there finds room. */
	private String ownership() {
		TickList ticks = new TickList();
		TickList other = new TickList();
		for (Ownership ownership : this.campaign.ownerships()) {
			boolean ticked = ownership.code().equals(this.form.ownership());
			if (Ownership.OTHER.equals(ownership.code())) {
				String text = ticked ? PlainText.printable(this.form.ownershipOther()).strip() : "";
				other.add(ownership.label() + "：" + (text.isEmpty() ? "________" : text), ticked);
			}
			else {
				ticks.add(ownership.label(), ticked);
			}
		}
		return ticks.lines(OWNERSHIPS_PER_LINE) + "\n" + other.lines(1);
	}

	private void level(String key, String code, String level) {
		Direction direction = this.campaign.direction(code).orElseThrow();
		text(key + "LevelLabel", direction.levelLabel());
		text(key + "Levels", new TickList().addAll(direction.levels(), level).lines(direction.levels().size()));
	}

	private void sections() {
		Direction direction = this.campaign.direction(this.form.direction()).orElse(null);
		text("guidanceTitle", (direction != null) ? direction.guidanceTitle() : "");
		text("guidance", (direction != null) ? direction.guidance() : "");
		text("profileChars", String.valueOf(this.campaign.profileChars()));
		paragraphs("profile", PlainText.lines(this.form.profile()));
		profile(PlainText.lines(this.form.profile()));
		paragraphs("overview", PlainText.lines(this.form.overview()));
		paragraphs("results", PlainText.lines(this.form.results()));
		text("signerLabel", this.form.role().label());
		// The name helps whoever checks the signature; the line itself stays free for it.
		String signer = PlainText.printable(this.form.signer()).strip();
		this.fields.put("signerNote", signer.isEmpty() ? "" : "　　　　　（" + signer + "）");
	}

	private List<Map<String, Object>> evidence() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (StoredFile file : this.document.evidence()) {
			rows.add(Map.of("no", String.valueOf(rows.size() + 1), "name", PlainText.printable(named(file)), "pages",
					(file.pages() > 0) ? String.valueOf(file.pages()) : "—", "hash", Stamp.shorten(file.sha256())));
		}
		this.form.evidence()
			.waived(this.document.slots())
			.forEach(line -> rows.add(Map.of("no", "—", "name", PlainText.printable(line), "pages", "—", "hash", "—")));
		return rows.isEmpty() ? List.of(Map.of("no", "—", "name", "无", "pages", "—", "hash", "—")) : rows;
	}

	private String named(StoredFile file) {
		List<EvidenceSlot> slots = this.document.slots();
		return slots.isEmpty() ? file.name()
				: "%s（%s）".formatted(file.name(), this.form.evidence().titles(file, slots));
	}

	private void text(String key, String typed) {
		this.fields.put(key, PlainText.printable(typed).strip());
	}

	/** A page that knows no “keep with next” gets the beginning by itself. */
	private void profile(List<String> lines) {
		int begin = (!lines.isEmpty() && lines.get(0).length() <= SHORT_PARAGRAPH) ? 1 : 0;
		paragraphs("profileBegin", lines.subList(0, begin));
		paragraphs("profileRest", lines.subList(begin, lines.size()));
	}

	private void paragraphs(String key, List<String> lines) {
		this.fields.put(key, lines.stream().map(line -> Map.of("line", line.strip())).toList());
	}

}
