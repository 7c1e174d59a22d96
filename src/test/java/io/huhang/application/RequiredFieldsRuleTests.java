package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("基本信息不得空缺（附件1 填表须知二，R27..R51）")
class RequiredFieldsRuleTests {

	private final Rule rule = new RequiredFieldsRule();

	@Test
	@DisplayName("两份填好的申报表没有空缺")
	void acceptsFilledForms() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase())).isEmpty();
		assertThat(Checks.problems(this.rule, CaseForms.aTelecomCase())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "caseName,“案例名称”未填写，请填写案例名称。,附件1 封面", "filingDate,“申报日期”未填写，请填写申报书封面上的日期。,附件1 封面",
			"unitName,“单位名称”未填写，请填写营业执照上的单位全称。,附件1 一、申报单位基本情况",
			"unifiedCode,“组织机构代码/三证合一码”未填写，请填写营业执照上的18位统一社会信用代码。,附件1 一、申报单位基本情况",
			"establishedOn,“成立时间”未填写，请填写营业执照上的成立日期。,附件1 一、申报单位基本情况", "address,“单位地址”未填写，请填写单位的详细地址。,附件1 一、申报单位基本情况",
			"registeredCapitalWan,“注册资本（万元）”未填写，请填写以万元为单位的数额。,附件1 一、申报单位基本情况",
			"ownership,“单位性质”未填写，请选择一项。,附件1 一、申报单位基本情况", "contactName,“联系人”未填写，请填写联系人姓名。,附件1 一、申报单位基本情况",
			"contactPhone,“联系电话”未填写，请填写手机或座机号码。,附件1 一、申报单位基本情况", "fax,“传真”未填写，没有传真的请填写“无”。,附件1 一、申报单位基本情况",
			"email,“电子邮箱”未填写，请填写能收到通知的电子邮箱。,附件1 一、申报单位基本情况", "categories,“企业类别”未填写，请至少选择一项。,附件1 一、申报单位基本情况",
			"direction,“申报方向”未填写，请选择一个方向。,附件1 一、申报单位基本情况",
			"profile,“申报单位简介”未填写，请介绍企业基本情况和数字化网络化智能化应用或服务情况。,附件1 一、申报单位基本情况",
			"overview,“总体情况”未填写，请按所选申报方向的填写要求介绍。,附件1 三、总体情况", "results,“成效与亮点”未填写，请结合数据、案例介绍。,附件1 四、成效与亮点",
			"signer,“签署人姓名”未填写，请填写签署真实性承诺的法定代表人姓名，分支机构填写负责人姓名。,附件1 五、真实性承诺",
			"summary,“案例简述”未填写，请概括案例的主要做法和成效，供推荐汇总表使用。,附件3 案例申报方向和简述" })
	@DisplayName("空缺的每一栏都说明怎么填")
	void namesTheEmptyField(String field, String text, String clause) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().without(field)))
			.containsExactly(new Problem(field, text, clause));
	}

	@Test
	@DisplayName("只有空格和换行也算空缺")
	void takesBlanksForEmpty() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("overview", " \r\n　\u00A0\n\t")))
			.extracting(Problem::field)
			.containsExactly("overview");
	}

}
