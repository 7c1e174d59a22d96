package io.huhang.application;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;

/**
 * The fields of annex 1 in its order, with the words and the clause people know them by.
 */
public enum CaseField {

	CASE_NAME("caseName", "案例名称", Clause.COVER, CaseForm::caseName),
	FILING_DATE("filingDate", "申报日期", Clause.COVER, CaseForm::filingDate),
	UNIT_NAME("unitName", "单位名称", Clause.UNIT, CaseForm::unitName),
	UNIFIED_CODE("unifiedCode", "组织机构代码/三证合一码", Clause.UNIT, CaseForm::unifiedCode),
	/** Not in the annex: why a code of 9 characters stands there (C10). */
	UNIFIED_CODE_REASON("unifiedCodeReason", "填写9位组织机构代码的理由", Clause.UNIT, CaseForm::unifiedCodeReason),
	ESTABLISHED_ON("establishedOn", "成立时间", Clause.UNIT, CaseForm::establishedOn),
	ADDRESS("address", "单位地址", Clause.UNIT, CaseForm::address),
	REGISTERED_CAPITAL("registeredCapitalWan", "注册资本（万元）", Clause.UNIT, CaseForm::registeredCapitalWan),
	OWNERSHIP("ownership", "单位性质", Clause.UNIT, CaseForm::ownership),
	OWNERSHIP_OTHER("ownershipOther", "单位性质—其他（请注明）", Clause.UNIT, CaseForm::ownershipOther),
	CONTACT_NAME("contactName", "联系人", Clause.UNIT, CaseForm::contactName),
	CONTACT_PHONE("contactPhone", "联系电话", Clause.UNIT, CaseForm::contactPhone),
	FAX("fax", "传真", Clause.UNIT, CaseForm::fax), EMAIL("email", "电子邮箱", Clause.UNIT, CaseForm::email),
	CATEGORIES("categories", "企业类别", Clause.UNIT, form -> String.join(",", form.categories())),
	DIRECTION("direction", "申报方向", Clause.UNIT, CaseForm::direction),
	INDUSTRIAL_LEVEL("industrialLevel", "网络安全级别（申报工业互联网安全分类分级案例填写）", Clause.UNIT, CaseForm::industrialLevel),
	VEHICLE_LEVEL("vehicleLevel", "网络安全级别（申报车联网网络安全防护案例填写）", Clause.UNIT, CaseForm::vehicleLevel),
	PROFILE("profile", "申报单位简介", Clause.UNIT, CaseForm::profile),
	OVERVIEW("overview", "总体情况", Clause.OVERVIEW, CaseForm::overview),
	/** The files themselves are no text of the form. */
	EVIDENCE("evidence", "证明材料", Clause.OVERVIEW, form -> ""),
	RESULTS("results", "成效与亮点", "附件1 四、成效与亮点", CaseForm::results),
	SIGNER_ROLE("signerRole", "签署人身份", Clause.PROMISE, CaseForm::signerRole),
	SIGNER("signer", "签署人姓名", Clause.PROMISE, CaseForm::signer),
	SUMMARY("summary", "案例简述", "附件3 案例申报方向和简述", CaseForm::summary),
	/** Not in the annex: what 通知二（一） asks of the work's time is asked here. */
	WORK_FROM("workFrom", "实施开始时间", Clause.WORK, CaseForm::workFrom),
	WORK_TO("workTo", "实施完成时间", Clause.WORK, CaseForm::workTo),
	OWNS_RIGHTS("ownsRights", "自主知识产权声明", "附件1 填表须知五", CaseForm::ownsRights),
	APPLIES_ALONE("appliesAlone", "单独申报声明", "通知二（一）申报要求", CaseForm::appliesAlone),
	NO_SECRETS("noSecrets", "不含涉密信息声明", "《中华人民共和国保守国家秘密法》", CaseForm::noSecrets),
	PRE_CHECK_WANTED("preCheckWanted", "网上预审", "附件1 填表须知一", CaseForm::preCheckWanted);

	private final String key;

	private final String label;

	private final String clause;

	private final Function<CaseForm, String> value;

	CaseField(String key, String label, String clause, Function<CaseForm, String> value) {
		this.key = key;
		this.label = label;
		this.clause = clause;
		this.value = value;
	}

	/** The field of this key, or empty for a key that the form does not know. */
	public static Optional<CaseField> of(String key) {
		return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
	}

	/** The field at which a problem is shown; a slot of the evidence belongs to it. */
	static CaseField at(String place) {
		return of(place.split("-", 2)[0]).orElseThrow();
	}

	/** The words of every field by its key, in the order of the annex. */
	public static Map<String, String> labels() {
		Map<String, String> labels = new LinkedHashMap<>();
		Arrays.stream(values()).forEach(field -> labels.put(field.key, field.label));
		return labels;
	}

	/** The key on the form and in {@link Problem#field()}. */
	public String key() {
		return this.key;
	}

	/** The words of the annex. */
	public String label() {
		return this.label;
	}

	/** Where notice or annex ask for it. */
	public String clause() {
		return this.clause;
	}

	/** What the form says here, codes as they are. */
	public String value(CaseForm form) {
		return this.value.apply(form);
	}

	/** A problem at this field. */
	Problem problem(String text) {
		return problem(text, this.clause);
	}

	/** A problem at this field under another clause. */
	Problem problem(String text, String otherClause) {
		return new Problem(this.key, "“%s”%s".formatted(this.label, text), otherClause);
	}

	/**
	 * A doubt about this field, which the applicant may confirm: for exactly these words
	 * about exactly this value.
	 */
	Problem warning(String text, CaseForm form) {
		Problem doubt = problem(text);
		String seen = Sha256.hex(doubt.text() + "\n" + value(form)).substring(0, 16);
		return new Problem(doubt.field(), doubt.text(), doubt.clause(), this.key + "/" + seen);
	}

	private static final class Clause {

		private static final String COVER = "附件1 封面";

		private static final String UNIT = "附件1 一、申报单位基本情况";

		private static final String PROMISE = "附件1 五、真实性承诺";

		private static final String WORK = "通知二（一）申报要求";

		private static final String OVERVIEW = "附件1 三、总体情况";

	}

}
