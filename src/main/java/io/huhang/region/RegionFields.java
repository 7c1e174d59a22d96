package io.huhang.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.huhang.region.RegionCall.Block;
import io.huhang.region.RegionCall.Quantity;
import io.huhang.region.RegionCall.Row;
import io.huhang.region.RegionCall.Section;
import io.huhang.region.RegionField.Kind;

/**
 * The fields of annex 2 that one application fills in, in the order of the annex: by its
 * direction (R58, R70) and by whether two units apply (C14).
 */
final class RegionFields {

	static final String FILING_DATE = "filingDate";

	/** Whether the work was done in the year of the notice (R15). */
	static final String IN_YEAR = "inYear";

	static final String NO_SECRETS = "noSecrets";

	/** Files that prove （四） (R77). */
	static final String PROOF = "measures";

	/** 附件：相关证明材料 (R79). */
	static final String EVIDENCE = "evidence";

	static final String YES = "是";

	static final String NO = "否";

	private static final String UNIT = "附件2 一、申报单位基本情况";

	private static final String CONTACT = UNIT + "“联系人（处级）”";

	private final Map<String, RegionField> fields = new LinkedHashMap<>();

	private final RegionScope scope;

	private final List<String> units;

	RegionFields(RegionScope scope, List<String> units) {
		this.scope = scope;
		this.units = units;
		add(FILING_DATE, "申报日期", "附件2 封面", Kind.DATE, "请填写申报书封面上的日期");
		for (int i = 0; i < units.size(); i++) {
			unit(i);
		}
		scope.call()
			.questions()
			.forEach(question -> choice("answer-" + question.key(), question.label(), UNIT, "请选择“是”或“否”",
					List.of(YES, NO)));
		scope.blocks().forEach(this::block);
		scope.sections().forEach(this::section);
		add(EVIDENCE, "证明材料", "附件2 附件：相关证明材料", Kind.BESIDE, "");
		declarations();
	}

	private void unit(int place) {
		add("head-" + place, named("负责人", place), UNIT, Kind.LINE, "请填写单位负责人姓名");
		add("headTitle-" + place, named("职务", place), UNIT, Kind.LINE, "请填写负责人的职务");
		add("contact-" + place, named("联系人姓名", place), CONTACT, Kind.LINE, "请填写处级联系人的姓名");
		add("contactPost-" + place, named("部门及职务", place), CONTACT, Kind.LINE, "请填写联系人的部门和职务");
		add("phone-" + place, named("联系电话", place), CONTACT, Kind.PHONE, "请填写手机或座机号码");
		add("email-" + place, named("邮箱地址", place), CONTACT, Kind.EMAIL, "请填写能收到通知的电子邮箱");
	}

	private String named(String label, int place) {
		return (this.units.size() == 1) ? label : "%s（%s）".formatted(label, this.units.get(place));
	}

	private void block(Block block) {
		for (Row row : block.rows()) {
			String clause = "附件2 一、重点任务完成情况 %s%s".formatted(block.title().substring(0, 2), row.ordinal());
			row.numbers().forEach(number -> number(number, clause));
			this.scope.lists()
				.stream()
				.filter(list -> row.numbers().stream().anyMatch(number -> list.counts().get(0).equals(number.key())))
				.forEach(list -> add(list.field(), list.title(), clause + "“请附名单”", Kind.BESIDE, ""));
		}
	}

	private void number(Quantity number, String clause) {
		add("number-" + number.key(), number.label(), clause, Kind.NUMBER, "请填写数字，没有的填0");
		if (!number.measures().isEmpty()) {
			choice("measure-" + number.key(), number.label() + "的单位", clause,
					"请选择“%s”".formatted(String.join("”或“", number.measures())), number.measures());
		}
	}

	private void section(Section section) {
		String clause = "附件2 二、护航行动推进情况及成效";
		add("section-" + section.key(), section.label(), clause, Kind.TEXT, section.optional() ? "" : "请按填写要求介绍");
		if (section.proof()) {
			add(PROOF, section.label() + "证明材料", clause + section.label().substring(0, 3), Kind.BESIDE, "");
		}
	}

	private void declarations() {
		add(IN_YEAR, "申报内容的年度", "通知二（一）申报要求", Kind.TICK, "申报内容应为通知规定年度内推进实施、取得明显成效的工作，请确认后勾选");
		for (int i = 0; i < this.units.size(); i++) {
			add("promise-" + i, named("负责人承诺", i), "附件2 填表须知五", Kind.TICK, "申报单位对提供参评的全部资料的真实性负责，请由负责人确认后勾选");
		}
		add(NO_SECRETS, "不含涉密信息", "系统规则", Kind.TICK, "本系统不得填报、上传涉密信息，请确认后勾选");
	}

	private void add(String key, String label, String clause, Kind kind, String how) {
		this.fields.put(key, RegionField.typed(key, label, clause, kind, how));
	}

	private void choice(String key, String label, String clause, String how, List<String> options) {
		this.fields.put(key, new RegionField(key, label, clause, Kind.CHOICE, how, options));
	}

	List<RegionField> all() {
		return new ArrayList<>(this.fields.values());
	}

	/** The field of this key, or empty where the direction does not show it. */
	Optional<RegionField> find(String key) {
		return Optional.ofNullable(this.fields.get(key));
	}

	/**
	 * A copy of exactly these fields, each written one way: numbers and texts of what the
	 * direction does not show are no part of it.
	 */
	RegionForm normalised(RegionForm form) {
		SortedMap<String, String> values = new TreeMap<>();
		this.fields.values()
			.stream()
			.filter(field -> !field.normalised(form.at(field.key())).isEmpty())
			.forEach(field -> values.put(field.key(), field.normalised(form.at(field.key()))));
		if (!form.confirmations().isEmpty()) {
			values.put(RegionForm.CONFIRMATIONS, String.join(" ", form.confirmations()));
		}
		return new RegionForm(values).identified(form.direction(), form.unitNames());
	}

}
