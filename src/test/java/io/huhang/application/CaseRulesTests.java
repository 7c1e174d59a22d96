package io.huhang.application;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("附件1的全部规则一次答复")
class CaseRulesTests {

	private static final String PROOF = Checks.PROOF.id().toString();

	private final CaseRules rules = new CaseRules(Checks.CAMPAIGN, Checks.ELIGIBILITY, Checks.SLOTS);

	private static CaseForms aCase() {
		return CaseForms.aCase().provenBy(PROOF);
	}

	@Test
	@DisplayName("两份填好的申报表没有问题")
	void acceptsTwoDifferentCases() {
		CaseContext telecom = new CaseContext(CaseForms.TELECOM_CODE, Checks.TODAY, List.of(Checks.PROOF));

		assertThat(this.rules.check(aCase().form(), Checks.context(Checks.PROOF))).isEmpty();
		assertThat(this.rules.check(CaseForms.aTelecomCase().provenBy(PROOF).form(), telecom)).isEmpty();
	}

	@Test
	@DisplayName("未统一写法的表先统一再校验")
	void normalisesFirst() {
		CaseForm form = aCase().with("unifiedCode", "９1330000 733796106p").with("fax", "　无").form();

		assertThat(this.rules.check(form, Checks.context(Checks.PROOF))).isEmpty();
	}

	@Test
	@DisplayName("空表的每一栏都列出，按附件的顺序")
	void namesEveryEmptyFieldInTheOrderOfTheAnnex() {
		CaseForm form = CaseForm.empty("", "", "");

		assertThat(this.rules.check(form, Checks.context())).extracting(Problem::field)
			.containsExactly("caseName", "filingDate", "unitName", "unifiedCode", "establishedOn", "address",
					"registeredCapitalWan", "ownership", "contactName", "contactPhone", "fax", "email", "categories",
					"direction", "profile", "overview", "evidence", "results", "signer", "summary", "ownsRights",
					"appliesAlone", "noSecrets");
	}

	@Test
	@DisplayName("每条规则都在列：各错一处，一次全部答复")
	void namesEveryProblemAtOnce() {
		CaseForm form = aCase().with("caseName", "字".repeat(201))
			.with("filingDate", "2024-11-13")
			.without("unitName")
			.with("unifiedCode", CaseForms.TELECOM_CODE)
			.with("establishedOn", "去年")
			.with("registeredCapitalWan", "五千")
			.with("ownership", "OTHER")
			.with("contactPhone", "1")
			.with("fax", "1")
			.with("email", "1")
			.with("categories", List.of("TELECOM", "BANK"))
			.with("industrialLevel", "五级")
			.with("vehicleLevel", "五级")
			.with("profile", "字".repeat(1001))
			.with("summary", "字".repeat(101))
			.without("noSecrets")
			.form();

		assertThat(this.rules.check(form, Checks.context())).extracting(Problem::field)
			.containsExactly("caseName", "filingDate", "unitName", "unifiedCode", "establishedOn",
					"registeredCapitalWan", "ownershipOther", "contactPhone", "fax", "email", "categories", "direction",
					"industrialLevel", "vehicleLevel", "profile", "evidence", "summary", "noSecrets");
	}

	@Test
	@DisplayName("错误的代码只报一次")
	void namesAWrongCodeOnce() {
		CaseForm form = aCase().with("unifiedCode", "914403001922038217").form();

		assertThat(this.rules.check(form, Checks.context(Checks.PROOF))).extracting(Problem::field)
			.containsExactly("unifiedCode");
	}

	@Test
	@DisplayName("表情和网页标记只是文字")
	void takesEmojiAndMarkupForText() {
		CaseForm form = aCase().with("results", "<script>alert(1)</script>👍🏽").form();

		assertThat(this.rules.check(form, Checks.context(Checks.PROOF))).isEmpty();
		assertThat(form.normalised().results()).isEqualTo("<script>alert(1)</script>👍🏽");
	}

}
