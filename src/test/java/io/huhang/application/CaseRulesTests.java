package io.huhang.application;

import java.util.List;
import java.util.Set;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
		CaseContext telecom = new CaseContext(CaseForms.TELECOM_CODE, "钱塘示例通信有限公司", Checks.TODAY, List.of(Checks.PROOF),
				List.of(), List.of(), Set.of());

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
					"direction", "profile", "overview", "evidence", "results", "signer", "summary", "workFrom",
					"workTo", "ownsRights", "appliesAlone", "noSecrets");
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
	@DisplayName("提示在确认前与问题一同答复，确认后不再提出")
	void asksAboutADoubtUntilItIsConfirmed() {
		CaseForms form = aCase().with("registeredCapitalWan", "50000000");
		List<Problem> doubts = this.rules.check(form.form(), Checks.context(Checks.PROOF));
		assertThatThrownBy(() -> this.rules.require(form.form(), Checks.context(Checks.PROOF))).isInstanceOfSatisfying(
				RefusedException.class, refused -> assertThat(refused.problems()).isEqualTo(doubts));
		CaseForm confirmed = form.with("confirmations", doubts.stream().map(Problem::confirmation).toList()).form();

		assertThat(doubts).extracting(Problem::field, Problem::blocks)
			.containsExactly(tuple("registeredCapitalWan", false));
		assertThat(this.rules.check(confirmed, Checks.context(Checks.PROOF))).isEmpty();
		assertThat(this.rules.require(confirmed, Checks.context(Checks.PROOF))).isEqualTo(doubts);
	}

	@Test
	@DisplayName("改了内容，确认即失效；写法不同而内容相同的仍有效")
	void voidsAConfirmationWhenTheValueChanges() {
		CaseForms form = aCase().with("registeredCapitalWan", "50000000");
		form.with("confirmations",
				this.rules.check(form.form(), Checks.context(Checks.PROOF))
					.stream()
					.map(Problem::confirmation)
					.toList());

		assertThat(this.rules.check(form.with("registeredCapitalWan", "50,000,000万元").form(),
				Checks.context(Checks.PROOF)))
			.isEmpty();
		assertThat(this.rules.check(form.with("registeredCapitalWan", "50000001").form(), Checks.context(Checks.PROOF)))
			.extracting(Problem::field)
			.containsExactly("registeredCapitalWan");
	}

	@Test
	@DisplayName("问题不能以确认代替修改")
	void confirmsNoProblem() {
		CaseForms form = aCase().with("registeredCapitalWan", "-1").with("confirmations", List.of(""));

		assertThat(this.rules.check(form.form(), Checks.context(Checks.PROOF))).extracting(Problem::blocks)
			.containsExactly(true);
	}

	@Test
	@DisplayName("表情和网页标记只是文字；打印不出的只作提示")
	void takesEmojiAndMarkupForText() {
		CaseForm form = aCase().with("results", "<script>alert(1)</script>👍🏽").form();

		assertThat(this.rules.check(form, Checks.context(Checks.PROOF))).extracting(Problem::field, Problem::blocks)
			.containsExactly(tuple("results", false));
		assertThat(form.normalised().results()).isEqualTo("<script>alert(1)</script>👍🏽");
	}

}
