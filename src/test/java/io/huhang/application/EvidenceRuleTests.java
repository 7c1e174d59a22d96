package io.huhang.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.application.EvidenceSlot.Force;
import io.huhang.application.EvidenceSlots.Choice;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("证明材料（附件1 三，R45..R49，C8）")
class EvidenceRuleTests {

	private static final EvidenceSlots BY_CATEGORY = new EvidenceSlots(Checks.CAMPAIGN, Checks.ELIGIBILITY,
			(direction, category, level) -> direction.equals("D4") ? List
				.of(Checks.slot("D4-" + category, "甲", Force.ANY, ""), Checks.slot("D4-all", "乙", Force.ANY, "没有"))
					: Checks.slots(direction));

	private static final StoredFile WORD = Checks.file("整改报告.docx",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private final Rule rule = new EvidenceRule(Checks.CAMPAIGN, Checks.SLOTS);

	private List<Problem> check(String direction, EvidencePlan plan, StoredFile... files) {
		CaseForm form = CaseForms.aCase().with("direction", direction).form().with(plan).normalised();
		return this.rule.check(form, Checks.context(files)).toList();
	}

	private static EvidencePlan plan(StoredFile file, String... slots) {
		return new EvidencePlan(Map.of(file.id().toString(), List.of(slots)), Map.of());
	}

	private static Problem problem(String slot, String text) {
		return new Problem("evidence-" + slot, text, "附件1 三");
	}

	@Test
	@DisplayName("一份文件可以作为每一项材料")
	void acceptsOneFileInEverySlot() {
		assertThat(check("D1", plan(Checks.PROOF, "D1-rating", "D1-assessment", "D1-rectification"), Checks.PROOF))
			.isEmpty();
	}

	@Test
	@DisplayName("ALL：缺哪一项，就在哪一项说明")
	void namesEachMissingSlot() {
		assertThat(check("D1", plan(Checks.PROOF, "D1-assessment"), Checks.PROOF)).containsExactly(
				problem("D1-rating", "“定级报告”未提供，请上传文件，或勾选已上传的文件作为该项材料。"),
				problem("D1-rectification", "“整改报告”未提供：请上传文件；评测未发现需要整改的问题的，请在该项填写理由。"));
	}

	@Test
	@DisplayName("可以说明理由的材料，以书面理由代替；不可以的，写了理由仍须提供")
	void acceptsAReasonOnlyWhereTheTableAllowsOne() {
		Map<String, String> reasons = Map.of("D1-rectification", "评测全部符合，未提出整改项。", "D1-rating", "定级报告正在办理。");
		EvidencePlan plan = new EvidencePlan(plan(Checks.PROOF, "D1-assessment").files(), reasons);

		assertThat(check("D1", plan, Checks.PROOF))
			.containsExactly(problem("D1-rating", "“定级报告”未提供，请上传文件，或勾选已上传的文件作为该项材料。"));
	}

	@Test
	@DisplayName("空白不是理由；理由不超过200字")
	void refusesABlankAndATooLongReason() {
		EvidencePlan proof = plan(Checks.PROOF, "D1-rating", "D1-assessment");

		assertThat(check("D1", new EvidencePlan(proof.files(), Map.of("D1-rectification", " 　\u200B")), Checks.PROOF))
			.extracting(Problem::field)
			.containsExactly("evidence-D1-rectification");
		assertThat(
				check("D1", new EvidencePlan(proof.files(), Map.of("D1-rectification", "字".repeat(201))), Checks.PROOF))
			.containsExactly(problem("D1-rectification", "“整改报告”的理由现201字，超过200字，请删减。"));
	}

	@Test
	@DisplayName("ANY：一项都没有的只说一次；有一项的，其余各项提示核对，可以确认或说明理由（R48）")
	void asksForOneOfSeveral() {
		assertThat(check("D4", EvidencePlan.empty(), Checks.PROOF))
			.containsExactly(problem("D4-notification", "“收到的漏洞通报信息”、“漏洞处置报告”至少提供一项，请上传文件，或勾选已上传的文件作为其中一项材料。"));
		assertThat(check("D4", plan(Checks.PROOF, "D4-handling"), Checks.PROOF))
			.containsExactly(new Problem("evidence-D4-notification", "“收到的漏洞通报信息”未提供，请核对是否有该项材料；未收到漏洞通报的，可在该项填写理由。",
					"附件1 三", "evidence-D4-notification/missing"));
		assertThat(check("D4",
				new EvidencePlan(plan(Checks.PROOF, "D4-handling").files(), Map.of("D4-notification", "未收到。")),
				Checks.PROOF))
			.isEmpty();
	}

	@Test
	@DisplayName("ANY 不要求理由的，有一项即可")
	void isContentWithOneOfSeveral() {
		EvidenceSlots slots = new EvidenceSlots(Checks.CAMPAIGN, Checks.ELIGIBILITY, (direction, category,
				level) -> List.of(Checks.slot("a", "甲", Force.ANY, ""), Checks.slot("b", "乙", Force.ANY, "")));
		CaseForm form = CaseForms.aCase().form().with(plan(Checks.PROOF, "b"));

		assertThat(new EvidenceRule(Checks.CAMPAIGN, slots).check(form, Checks.context(Checks.PROOF))).isEmpty();
	}

	@Test
	@DisplayName("WARN：文件或理由，二者有其一")
	void takesAFileOrAReason() {
		EvidenceSlots slots = new EvidenceSlots(Checks.CAMPAIGN, Checks.ELIGIBILITY,
				(direction, category, level) -> List.of(Checks.slot("a", "甲", Force.WARN, "")));
		Rule warning = new EvidenceRule(Checks.CAMPAIGN, slots);
		CaseForm nothing = CaseForms.aCase().form();

		assertThat(warning.check(nothing, Checks.context()))
			.containsExactly(problem("a", "“甲”未提供：请上传文件；确实不能提供的，请在该项填写理由。"));
		assertThat(warning.check(nothing.with(plan(Checks.PROOF, "a")), Checks.context(Checks.PROOF))).isEmpty();
		assertThat(warning.check(nothing.with(new EvidencePlan(Map.of(), Map.of("a", "无。"))), Checks.context()))
			.isEmpty();
	}

	@Test
	@DisplayName("已删除的文件不算提供")
	void doesNotCountAFileThatIsGone() {
		assertThat(check("D1", plan(Checks.PROOF, "D1-rating", "D1-assessment", "D1-rectification"))).hasSize(3);
	}

	@Test
	@DisplayName("需附的材料须能装订，办公文档只能作为补充材料（填表须知三）")
	void refusesAnOfficeFileInASlot() {
		EvidencePlan plan = new EvidencePlan(Map.of(Checks.PROOF.id().toString(), List.of("D1-rating", "D1-assessment"),
				WORD.id().toString(), List.of("D1-rectification")), Map.of());

		assertThat(check("D1", plan, Checks.PROOF, WORD))
			.containsExactly(problem("D1-rectification", "“整改报告”中的“整改报告.docx”不能装订，请转换为PDF后上传；原文件可作为其他补充材料。"));
		assertThat(
				check("D1", plan(Checks.PROOF, "D1-rating", "D1-assessment", "D1-rectification"), Checks.PROOF, WORD))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "D2,需附车联网网络安全防护定级备案信息、评测报告等相关证明材料。", "D3,需附工业控制系统安全评估情况表、整改报告等相关证明材料。", "'',''" })
	@DisplayName("方向和类别尚不对应时，至少一份")
	void saysWhatTheDirectionDemands(String direction, String demanded) {
		assertThat(check(direction, EvidencePlan.empty()))
			.containsExactly(new Problem("evidence", "“证明材料”尚未上传。" + demanded + "请至少上传一份。", "附件1 三、总体情况"));
		assertThat(check(direction, EvidencePlan.empty(), WORD)).isEmpty();
	}

	@Test
	@DisplayName("主要类别可以申报的，按主要类别；不可以的，按可以申报的类别（C4）")
	void followsTheCategoryThatMakesTheCaseEligible() {
		EvidenceSlots slots = new EvidenceSlots(Checks.CAMPAIGN, Checks.ELIGIBILITY,
				(direction, category, level) -> List.of(Checks.slot(category + level, "甲", Force.ALL, "")));
		CaseForms form = CaseForms.aCase();

		assertThat(slots.of(form.with("categories", List.of("TELECOM", "PLATFORM", "INDUSTRIAL")).form(), List.of()))
			.extracting(EvidenceSlot::id)
			.containsExactly("PLATFORM三级");
		assertThat(slots.of(form.with("categories", List.of("TELECOM")).form(), List.of())).isEmpty();
	}

	@Test
	@DisplayName("资格认定后：该方向只有一份清单的，按该清单（C3，R49）")
	void asksAnAdmittedCategoryForThePapersOfItsDirection() {
		assertThat(admitted("D5", "PLATFORM")).extracting(EvidenceSlot::id)
			.containsExactly("D5-traffic", "D5-platform", "D5-service");
		assertThat(admitted("D5", "PLATFORM")).extracting(EvidenceSlot::force).containsOnly(Force.ALL);
	}

	@Test
	@DisplayName("资格认定后：该方向按类别各有清单的，任一清单中的一项即可，其余不须说明（C3，R48）")
	void asksAnAdmittedCategoryForOneOfThePapersThatTheListsName() {
		assertThat(admitted("D4", "PLATFORM"))
			.extracting(EvidenceSlot::id, EvidenceSlot::force, EvidenceSlot::mayBeWaived)
			.containsExactly(tuple("D4-INDUSTRIAL", Force.ANY, false), tuple("D4-all", Force.ANY, false),
					tuple("D4-CONTROL_PRODUCT", Force.ANY, false), tuple("D4-SECURITY", Force.ANY, false));
	}

	@Test
	@DisplayName("没有认定、认定的是别的方向或别的类别：不列材料；有本可申报的类别的，按其清单（C3，C4）")
	void asksNothingMoreWithoutAnAdmissionOfThisPair() {
		Admission other = new Admission("D5", "PLATFORM", "", Instant.EPOCH, "xietiao");

		assertThat(BY_CATEGORY.of(new Choice("D4", List.of("PLATFORM"), ""), List.of())).isEmpty();
		assertThat(BY_CATEGORY.of(new Choice("D4", List.of("PLATFORM"), ""), List.of(other))).isEmpty();
		assertThat(BY_CATEGORY.of(new Choice("D5", List.of("IDENTIFIER"), ""), List.of(other))).isEmpty();
		assertThat(BY_CATEGORY.of(new Choice("D5", List.of("PLATFORM", "TELECOM"), ""), List.of(other)))
			.isEqualTo(Checks.slots("D5"));
	}

	private static List<EvidenceSlot> admitted(String direction, String category) {
		return BY_CATEGORY.of(new Choice(direction, List.of(category), ""),
				List.of(new Admission(direction, category, "", Instant.EPOCH, "xietiao")));
	}

	@Test
	@DisplayName("冻结时只留在册文件和所需材料；有文件的项不留理由；装订次序按各项次序")
	void freezesOnlyWhatIsAskedFor() {
		List<EvidenceSlot> slots = Checks.slots("D1");
		StoredFile first = Checks.file("补充.pdf", "application/pdf");
		EvidencePlan plan = new EvidencePlan(
				Map.of(Checks.PROOF.id().toString(), List.of("D1-rating", "D3-rectification"), "gone",
						List.of("D1-rating")),
				Map.of("D1-rating", "无", "D1-rectification", "评测全部符合。", "D3-rectification", "无"));

		EvidencePlan frozen = plan.limitedTo(List.of(first, Checks.PROOF), slots);

		assertThat(frozen).isEqualTo(new EvidencePlan(Map.of(Checks.PROOF.id().toString(), List.of("D1-rating")),
				Map.of("D1-rectification", "评测全部符合。")));
		assertThat(frozen.ordered(List.of(first, Checks.PROOF), slots)).containsExactly(Checks.PROOF, first);
		assertThat(frozen.titles(Checks.PROOF, slots)).isEqualTo("定级报告");
		assertThat(frozen.titles(first, slots)).isEqualTo("其他补充材料");
		assertThat(frozen.waived(slots)).containsExactly("整改报告：未提供。理由：评测全部符合。");
	}

}
