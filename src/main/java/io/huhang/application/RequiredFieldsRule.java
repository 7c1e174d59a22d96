package io.huhang.application;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 填表须知二：“除另有说明外，申报表单位基本信息部分不得空缺” (R29), and the parts that annex 1 consists of (R27, R28,
 * R45..R51). 传真 takes 无 instead of a number (C9).
 */
class RequiredFieldsRule implements Rule {

	private static final Map<CaseField, String> HOW = new EnumMap<>(CaseField.class);

	static {
		HOW.put(CaseField.CASE_NAME, "请填写案例名称");
		HOW.put(CaseField.FILING_DATE, "请填写申报书封面上的日期");
		HOW.put(CaseField.UNIT_NAME, "请填写营业执照上的单位全称");
		HOW.put(CaseField.UNIFIED_CODE, "请填写营业执照上的18位统一社会信用代码");
		HOW.put(CaseField.ESTABLISHED_ON, "请填写营业执照上的成立日期");
		HOW.put(CaseField.ADDRESS, "请填写单位的详细地址");
		HOW.put(CaseField.REGISTERED_CAPITAL, "请填写以万元为单位的数额");
		HOW.put(CaseField.OWNERSHIP, "请选择一项");
		HOW.put(CaseField.CONTACT_NAME, "请填写联系人姓名");
		HOW.put(CaseField.CONTACT_PHONE, "请填写手机或座机号码");
		HOW.put(CaseField.FAX, "没有传真的请填写“无”");
		HOW.put(CaseField.EMAIL, "请填写能收到通知的电子邮箱");
		HOW.put(CaseField.CATEGORIES, "请至少选择一项");
		HOW.put(CaseField.DIRECTION, "请选择一个方向");
		HOW.put(CaseField.PROFILE, "请介绍企业基本情况和数字化网络化智能化应用或服务情况");
		HOW.put(CaseField.OVERVIEW, "请按所选申报方向的填写要求介绍");
		HOW.put(CaseField.RESULTS, "请结合数据、案例介绍");
		HOW.put(CaseField.SIGNER, "请填写签署真实性承诺的法定代表人姓名，分支机构填写负责人姓名");
		HOW.put(CaseField.SUMMARY, "请概括案例的主要做法和成效，供推荐汇总表使用");
		HOW.put(CaseField.WORK_FROM, "请填写案例工作开始的年月");
		HOW.put(CaseField.WORK_TO, "请填写案例工作完成的年月，仍在实施的填写至申报当月");
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return HOW.entrySet()
			.stream()
			.filter(entry -> entry.getKey().value(form).isEmpty())
			.map(entry -> entry.getKey().problem("未填写，%s。".formatted(entry.getValue())));
	}

}
