package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("证明材料（附件1 三，R45..R49，C8）")
class EvidenceRuleTests {

	private final Rule rule = new EvidenceRule(Checks.CAMPAIGN);

	@Test
	@DisplayName("接受至少一份证明材料")
	void acceptsOneFile() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "D1,需附定级报告、评测报告、整改报告等相关证明材料。", "D2,需附车联网网络安全防护定级备案信息、评测报告等相关证明材料。", "D3,需附工业控制系统安全评估情况表、整改报告等相关证明材料。",
			"D4,网络安全企业需附参与众测活动证明材料、原创漏洞证书等，产品厂商需附收到的漏洞通报信息、验证记录、补丁公告等，工业企业需附收到的漏洞通报信息、漏洞处置报告等证明材料。",
			"D5,需附开展工业企业流量监测分析、与国家或省级平台对接、支撑向工业企业开展监测服务等相关证明材料。", "'',''" })
	@DisplayName("没有证明材料时说明该方向需附什么")
	void saysWhatTheDirectionDemands(String direction, String demanded) {
		CaseForm form = CaseForms.aCase().with("direction", direction).form().normalised();

		assertThat(this.rule.check(form, Checks.context(0)))
			.containsExactly(new Problem("evidence", "“证明材料”尚未上传。" + demanded + "请至少上传一份。", "附件1 三、总体情况"));
	}

}
