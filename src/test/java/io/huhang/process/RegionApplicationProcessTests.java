package io.huhang.process;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Papers;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Verdict;
import io.huhang.attachment.PackageContents;
import io.huhang.attachment.PackageItem;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.paper.CountedPaper;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionConsents;
import io.huhang.region.RegionDecision.Step;
import io.huhang.region.RegionDecisions;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionEnding;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionPackages;
import io.huhang.region.RegionReviews;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSealing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("成效突出地区申报：填报、审核、会签、签发、用印、签收，单独和联合（通知一（二）、二（一）、二（三））")
class RegionApplicationProcessTests {

	private static final String PARTNER = "330000-ca";

	private static final String NINGBO = "330200-iit";

	private static final Person PARTNER_OFFICER = person("region-officer", "申样例", Role.OFFICER, PARTNER);

	private static final Person PARTNER_LEADER = person("region-leader", "酉样例", Role.LEADER, PARTNER);

	private static final Person NINGBO_OFFICER = person("region-ningbo", "戌样例", Role.OFFICER, NINGBO);

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RegionApplications applications;

	@Autowired
	private RegionRevisions revisions;

	@Autowired
	private RegionDecisions decisions;

	@Autowired
	private RegionReviews reviews;

	@Autowired
	private RegionDispatches dispatches;

	@Autowired
	private RegionPackages packages;

	@Autowired
	private RegionWithdrawal withdrawal;

	@Autowired
	private Progress progress;

	@Autowired
	private Mailbox mailbox;

	@LocalServerPort
	private int port;

	private Regions regions;

	@BeforeAll
	void people(@Autowired Accounts accounts, @Autowired ApplicationContext product) {
		this.regions = new Regions(product);
		List.of(PARTNER_OFFICER, PARTNER_LEADER, NINGBO_OFFICER)
			.forEach(person -> accounts.create(person, Cast.PASSWORD));
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("单独申报：一路办到等待遴选结果；退回的理由可见，内容不丢；数据齐全的才能登记")
	void goesFromOpeningToWaitingForTheResult() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		assertThat(refusal(() -> this.reviews.review("t", number, new Verdict("PASS", ""), Cast.OFFICER.id())))
			.containsExactly("本申报书由您填报提交，须由其他人审核。请退领任务，由本单位同级人员领取。");

		this.regions.decide(number, Cast.HEAD, "RETURN");
		assertThat(this.decisions.returning(number)).get()
			.extracting(decision -> decision.verdict().reason())
			.isEqualTo("请补充监测预警的数据。");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("审核", "请补充监测预警的数据。");
		assertThat(form(number, Cast.OFFICER)).contains("审核：请补充监测预警的数据。", "李样例");

		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		assertThat(this.revisions.newest(number)).isEqualTo(2);
		this.regions.decide(number, Cast.HEAD, "PASS");
		this.regions.approve(number, Cast.LEADER, "PASS");
		assertThat(this.regions.task(number).getTaskDefinitionKey()).isEqualTo("sealRegionApplication");
		assertThat(this.dispatches.check(number, Optional.empty())).extracting(Problem::field)
			.containsExactly("seal", "crossSeal", "sealedScan", "copies", "way");

		this.regions.seal(number, Cast.OFFICER, RegionSealing.ALONE);
		assertThat(packed(number)).contains("成效突出地区申报书.docx", "成效突出地区申报书.pdf", "成效突出地区申报书（含附件合订本）.pdf", "申报书盖章扫描件.pdf",
				"证明材料/举措和创新做法/01_样例.pdf");
		register(number);
		assertThat(this.progress.of(number)).isEqualTo("等待遴选结果");
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-paper-registered", "region-sealed",
				"region-returned");
		assertThat(this.mailbox.kinds("zhangyu8@caict.ac.cn")).contains("region-package-sent");
		assertThat(variables(number))
			.isEqualTo(Set.of("regionNumber", "authority", "partner", "enterpriseName", "direction"));
	}

	private List<String> packed(String number) {
		PackageContents contents = new PackageContents(number);
		this.packages.addTo(contents, number, "");
		return contents.items().stream().map(PackageItem::path).toList();
	}

	private void register(String number) {
		this.regions.countPaper(number, CountedPaper.COMPLETE, Papers.lacking("1"));
		assertThat(problems(() -> this.regions.complete(number, "registerRegionPaper", Cast.MIIT_OFFICER, Map.of())))
			.extracting(Problem::field, Problem::text)
			.containsExactly(tuple("item-application", "附件2 成效突出地区申报书（含附件）：应收原件2份，收到1份。"));
		this.regions.registerPaper(number);
		this.regions.compare(number, Map.of());
	}

	@Test
	@DisplayName("联合申报：会签只对一版有效，改动后须重新会签并告知；参加的单位不能再牵头（C14）")
	void consentsToOneRevisionOnly() {
		String number = this.regions.open(Cast.OFFICER, "SAFETY", "JOINT");
		assertThat(refusal(() -> this.regions.open(PARTNER_OFFICER, "SERVICE", "SINGLE")))
			.containsExactly("本单位已参加由浙江省经济和信息化厅牵头的联合申报（%s），不能再牵头或者单独申报。".formatted(number));
		handIn(number, RegionForms.jointly("SAFETY"));
		assertThat(this.mailbox.kinds(PARTNER_LEADER.email())).startsWith("region-consent-asked");
		String first = fingerprint(number);
		opine(number, new PartnerOpinion("PASS", "", first, "", ""));
		this.regions.complete(number, PARTNER_LEADER, Map.of());
		this.regions.approve(number, Cast.LEADER, "RETURN");

		handIn(number, RegionForms.jointly("SAFETY"));
		assertThat(this.mailbox.newest(PARTNER_LEADER.email())).contains("已失效", "第2版");
		opine(number, new PartnerOpinion("PASS", "", first, "", ""));
		assertThat(refusal(() -> this.regions.complete(number, PARTNER_LEADER, Map.of())))
			.containsExactly("请勾选同意第2版申报书；申报书刚有改动的，请刷新页面、重新审阅后勾选。");
		assertThat(this.regions.task(number).getTaskDefinitionKey()).isEqualTo("consentRegionApplication");
		opine(number, new PartnerOpinion("PASS", "", fingerprint(number), "", ""));
		this.regions.complete(number, PARTNER_LEADER, Map.of());

		assertThat(this.regions.task(number).getTaskDefinitionKey()).isEqualTo("approveRegionApplication");
		assertThat(this.decisions.of(number)).filteredOn(decision -> decision.step() == Step.CONSENT)
			.extracting(decision -> decision.fingerprint())
			.containsExactly(first, fingerprint(number));
	}

	@RepeatedTest(3)
	@DisplayName("牵头单位和另一单位同一时刻各自发起联合申报：一件受理，另一方得知原因（C14）")
	void letsOneOfLeadAndPartnerThrough() {
		CyclicBarrier together = new CyclicBarrier(2);
		List<List<String>> refused = Stream.of(Cast.OFFICER, PARTNER_OFFICER)
			.map(officer -> CompletableFuture.supplyAsync(() -> refusal(() -> {
				together.await();
				this.regions.open(officer, "OVERALL", "JOINT");
			}), task -> new Thread(task).start()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.filter(texts -> !texts.isEmpty())
			.toList();

		assertThat(refused).hasSize(1);
		assertThat(refused.get(0)).hasSize(1)
			.allMatch(text -> text.equals("成效突出地区申报刚刚由另一窗口或联合申报单位发起，请刷新后在待办中继续办理。") || text.startsWith("本单位已参加由"));
		assertThat(this.applications.all().stream().filter(RegionApplication::live)).hasSize(1);
	}

	@Test
	@DisplayName("计划单列市：部不同意的，说明理由、申报结束，可以重新发起；同意的才能填报（C15）")
	void asksTheBureauFirst() {
		String refused = this.regions.open(NINGBO_OFFICER, "OVERALL", "SINGLE");
		assertThat(this.regions.task(refused).getTaskDefinitionKey()).isEqualTo("consentToOpening");
		assertThat(this.mailbox.kinds(Cast.MIIT_OFFICER.email())).startsWith("region-opening-asked");
		assertThat(refusal(
				() -> this.regions.complete(refused, Cast.MIIT_OFFICER, Map.of("decision", "REFUSE", "reason", " "))))
			.containsExactly("请填写理由，对方将看到这段文字。");
		this.regions.decide(refused, Cast.MIIT_OFFICER, "REFUSE");
		assertThat(this.progress.of(refused)).isEqualTo("未同意申报");
		assertThat(this.applications.closing(refused)).get()
			.extracting(RegionApplications.Closing::ending)
			.isEqualTo(RegionEnding.NOT_ADMITTED);
		assertThat(this.mailbox.newest(NINGBO_OFFICER.email())).contains("不同意", "请补充监测预警的数据。");

		String agreed = this.regions.open(NINGBO_OFFICER, "OVERALL", "SINGLE");
		this.regions.decide(agreed, Cast.MIIT_OFFICER, "PASS");
		assertThat(this.regions.task(agreed).getTaskDefinitionKey()).isEqualTo("fillRegionApplication");
	}

	@Test
	@DisplayName("撤回须说明理由并确认，只有一次；撤回后可以重新发起")
	void withdrawsOnce() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		assertThat(refusal(() -> this.withdrawal.withdraw(number, " ", "", Cast.OFFICER.id())))
			.containsExactly("请填写撤回理由，联合申报单位和部里将看到这段文字。", "请勾选确认撤回。");

		this.withdrawal.withdraw(number, "改为联合申报", "true", Cast.OFFICER.id());

		assertThat(this.progress.of(number)).isEqualTo("已撤回");
		assertThat(refusal(() -> this.withdrawal.withdraw(number, "再次撤回", "true", Cast.OFFICER.id())))
			.containsExactly("本申报已经寄出或者已经办结，不能撤回。");
		assertThat(this.regions.open(Cast.OFFICER, "OVERALL", "JOINT")).isNotEqualTo(number);
	}

	@Test
	@DisplayName("申报页面：本单位、联合申报单位和部里可见，申报企业、其他单位和专家看不到")
	void showsItsPageToItsOwnSideOnly() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "JOINT");

		List.of(Cast.OFFICER, Cast.HEAD, PARTNER_LEADER, Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)
			.forEach(person -> assertThat(seen(number, person)).as(person.id()).isEqualTo(200));
		List.of(Cast.APPLICANT_A, Cast.FOREIGN_OFFICER, Cast.EXPERT, Cast.ADMINISTRATOR)
			.forEach(person -> assertThat(seen(number, person)).as(person.id()).isEqualTo(404));
		HttpResponse<String> table = Visitor.of(PARTNER_LEADER, this.port).open("/regions");
		assertThat(table.body()).contains(number, "总体成效突出地区", "填报申报书");
		assertThat(Visitor.of(Cast.FOREIGN_OFFICER, this.port).open("/regions").body()).doesNotContain(number);
		assertThat(Visitor.of(PARTNER_OFFICER, this.port).open("/regions/" + number + "/withdrawal").statusCode())
			.isEqualTo(404);
	}

	private void handIn(String number, RegionForms form) {
		this.regions.fillIn(number, Cast.OFFICER, form);
		this.regions.decide(number, Cast.HEAD, "PASS");
	}

	private void opine(String number, PartnerOpinion opinion) {
		this.regions.draft(number, RegionConsents.form(this.regions.revision(number)), opinion, PARTNER_LEADER);
	}

	private String fingerprint(String number) {
		return this.revisions.latest(number).orElseThrow().fingerprint();
	}

	private String form(String number, Person person) {
		return Visitor.of(person, this.port)
			.open("/api/tasks/" + this.regions.task(number).getId() + "/region-form")
			.body();
	}

	private int seen(String number, Person person) {
		return Visitor.of(person, this.port).open("/regions/" + number).statusCode();
	}

	private Set<String> variables(String number) {
		String instance = this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId();
		return this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.processInstanceId(instance)
			.list()
			.stream()
			.map(HistoricVariableInstance::getName)
			.collect(Collectors.toSet());
	}

	private static List<String> refusal(ThrowingCallable work) {
		return problems(work).stream().map(Problem::text).toList();
	}

	private static List<Problem> problems(ThrowingCallable work) {
		for (Throwable cause = catchThrowable(work); cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				return refused.problems();
			}
		}
		return List.of();
	}

	private static Person person(String id, String name, Role role, String organization) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, organization);
	}

}
