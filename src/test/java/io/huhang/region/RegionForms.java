package io.huhang.region;

import java.time.LocalDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Problem;

/** 附件2 filled in completely, and then one thing different. */
public final class RegionForms {

	/** 工网安函〔2024〕926号附件2. */
	public static final RegionCall CALL = Campaigns.packaged("huhang.campaign.region", RegionCall.class);

	private static final RegionRules RULES = new RegionRules(Campaigns.packaged(), CALL);

	private static final LocalDate TODAY = LocalDate.of(2024, 11, 11);

	private RegionForm form;

	private final Map<String, NameList> lists = new LinkedHashMap<>();

	private List<StoredFile> proof = List.of(file("若干措施.pdf", 2));

	private RegionForms(String direction, List<String> units) {
		this.form = RegionForm.empty(direction, units);
		RegionFields fields = new RegionFields(RegionScope.of(CALL, this.form), units);
		fields.all().forEach(field -> this.form = this.form.with(field.key(), sample(field)));
		CALL.numbers()
			.forEach(number -> with("number-" + number.key(),
					this.form.at("number-" + number.key()).isEmpty() ? "" : "3"));
		CALL.lists().forEach(list -> this.lists.put(list.key(), list(list, 3 * list.counts().size())));
	}

	/** 浙江省经济和信息化厅 alone in this direction. */
	public static RegionForms aRegion(String direction) {
		return new RegionForms(direction, List.of("浙江省经济和信息化厅"));
	}

	/** Both authorities of 浙江 jointly. */
	public static RegionForms jointly(String direction) {
		return new RegionForms(direction, List.of("浙江省经济和信息化厅", "浙江省通信管理局"));
	}

	private static String sample(RegionField field) {
		return switch (field.kind()) {
			case LINE -> "李样例";
			case TEXT -> "已印发" + field.label() + "实施方案。\n成效明显。";
			case NUMBER -> "3";
			case DATE -> "2024-11-11";
			case PHONE -> "0571-88888888";
			case EMAIL -> "lianxi@example.cn";
			case CHOICE -> field.options().get(0);
			case TICK -> "true";
			case BESIDE -> "";
		};
	}

	/** So many right rows. */
	public static NameList list(ListKind kind, int rows) {
		return new NameList(IntStream.range(0, rows).mapToObj(i -> row(kind, i, rows)).toList());
	}

	private static List<String> row(ListKind kind, int place, int rows) {
		List<String> texts = new ArrayList<>();
		for (ListKind.Column column : kind.columns()) {
			texts.add(switch (column.kind()) {
				case CODE -> "";
				case OPTION -> column.options().get((place * column.options().size()) / rows);
				case TEXT -> column.required() ? "样例企业%d".formatted(place + 1) : "装备制造";
			});
		}
		return texts;
	}

	/** A file as the store tells it. */
	public static StoredFile file(String name, int pages) {
		return new StoredFile(UUID.nameUUIDFromBytes(name.getBytes()), "HH2024-DQ-330000-01", "measures", 0, name,
				"fedcba9876543210".repeat(4), 1000, (pages > 0) ? "application/pdf" : "application/vnd.ms-excel", pages,
				"zj-jingban", Instant.EPOCH);
	}

	public RegionForms with(String key, String text) {
		this.form = this.form.with(key, text);
		return this;
	}

	/** This number in its blank. */
	public RegionForms number(String key, String typed) {
		return with("number-" + key, typed);
	}

	public RegionForms list(String key, List<List<String>> rows) {
		this.lists.put(key, new NameList(rows));
		return this;
	}

	RegionForms withoutProof() {
		this.proof = List.of();
		return this;
	}

	public RegionForm form() {
		return this.form;
	}

	Map<String, NameList> lists() {
		return this.lists;
	}

	List<StoredFile> proof() {
		return this.proof;
	}

	RegionPaper paper() {
		RegionScope scope = RegionScope.of(CALL, this.form);
		RegionFields fields = new RegionFields(scope, this.form.unitNames());
		Map<String, NameList> normalised = new LinkedHashMap<>();
		scope.lists().forEach(kind -> normalised.put(kind.key(), this.lists.get(kind.key()).normalised(kind)));
		return new RegionPaper(scope, fields, fields.normalised(this.form), TODAY, this.proof, normalised);
	}

	/** What all rules say. */
	List<Problem> problems() {
		return RULES.check(this.form, paper());
	}

	/** What all rules say, without clauses. */
	List<String> texts() {
		return problems().stream()
			.map(problem -> (problem.blocks() ? "" : "？") + problem.field() + " " + problem.text())
			.toList();
	}

}
