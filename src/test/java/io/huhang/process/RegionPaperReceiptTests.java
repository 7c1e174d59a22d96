package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Papers;
import io.huhang.Regions;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.document.PaperCount;
import io.huhang.document.PaperSeal;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperRounds;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionPaperItems;
import io.huhang.region.RegionReceipts;
import io.huhang.region.RegionRegistration;
import io.huhang.region.RegionSealing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@DisplayName("签收地区申报书：逐项清点、缺件、补齐、再次登记（通知二（三），附件2 填表须知三，C17）")
class RegionPaperReceiptTests {

	private static final Person PARTNER_OFFICER = partner("paper-officer", Role.OFFICER);

	private static final Person PARTNER_LEADER = partner("paper-leader", Role.LEADER);

	private final ProcessEngine engine;

	private final Accounts accounts;

	private final RegionRegistration registration;

	private final RegionReceipts receipts;

	private final PaperRounds rounds;

	private final PaperSupplements supplements;

	private final Progress progress;

	private final Mailbox mailbox;

	private final Regions regions;

	RegionPaperReceiptTests(ApplicationContext product, ProcessEngine engine, Accounts accounts,
			RegionRegistration registration, RegionReceipts receipts, PaperRounds rounds, PaperSupplements supplements,
			Progress progress, Mailbox mailbox) {
		this.engine = engine;
		this.accounts = accounts;
		this.registration = registration;
		this.receipts = receipts;
		this.rounds = rounds;
		this.supplements = supplements;
		this.progress = progress;
		this.mailbox = mailbox;
		this.regions = new Regions(product);
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("齐全：登记签收，告知申报单位收到日期，没有补齐任务")
	void receivesACompleteSet() {
		String number = sent();

		this.regions.registerPaper(number);

		assertThat(received(number)).containsExactly(RegionReceipts.Kind.PAPER);
		assertThat(this.progress.of(number)).isEqualTo("确认电子材料");
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-paper-registered", "region-sealed");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("签收日期：2024年11月11日");
		assertThat(this.rounds.of(number)).extracting(PaperRound::round, PaperRound::missing)
			.containsExactly(tuple(1, List.of()));
	}

	@Test
	@DisplayName("缺件：交申报单位在5个工作日内补齐，去信写明，不算签收；补齐后再次登记，已清点的仍在，齐全后签收")
	void asksForWhatIsMissingUntilItIsThere() {
		String number = sent();
		miss(number, unpaged());

		assertThat(received(number)).isEmpty();
		assertThat(this.progress.of(number)).contains("补齐纸质材料").doesNotContain("登记纸质材料");
		assertThat(task(number, "supplyPaper").getDueDate()).isEqualTo(Instant.parse("2024-11-18T16:00:00Z"));
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-paper-missing");
		assertThat(this.mailbox.newest(Cast.OFFICER.email()))
			.contains("附件2 成效突出地区申报书（含附件）：缺骑缝章", "（请补盖）", "2024年11月18日24:00", "总体成效突出地区")
			.doesNotContain("封面申报单位公章", "应收原件");

		this.regions.supplyPaper(number, Cast.OFFICER);
		CountedPaper again = this.registration.draft(number);
		assertThat(again.outcome()).isEmpty();
		assertThat(again.count(RegionPaperItems.BOUND).seals()).containsExactly("330000-iit");
		this.regions.registerPaper(number);

		assertThat(received(number)).containsExactly(RegionReceipts.Kind.PAPER);
		assertThat(this.rounds.of(number))
			.extracting(PaperRound::round, round -> round.isComplete(RegionPaperItems.BOUND), PaperRound::registeredBy)
			.containsExactly(tuple(1, false, Cast.MIIT_OFFICER.id()), tuple(2, true, Cast.MIIT_OFFICER.id()));
		assertThat(this.rounds.of(number).get(0).supply()).get()
			.extracting(PaperRound.Supply::suppliedBy)
			.isEqualTo(Cast.OFFICER.id());
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-paper-registered",
				"region-paper-missing");
	}

	@Test
	@DisplayName("第二次仍缺：再次补齐、再次去信")
	void tellsOncePerRound() {
		String number = sent();
		miss(number, unpaged());
		this.regions.supplyPaper(number, Cast.OFFICER);
		miss(number, Papers.lacking("1"));

		assertThat(task(number, "supplyPaper")).isNotNull();
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-paper-missing", "region-paper-missing");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("应收原件2份，收到1份。");
	}

	@Test
	@DisplayName("没有清点就登记齐全、寄送日期不对就补齐：拒绝，不留记录，任务仍在")
	void refusesForgedCompletions() {
		String number = sent();
		this.regions.draft(number, this.registration.form(number), new CountedPaper("", "2024-11-10", List.of(), ""),
				Cast.MIIT_OFFICER);
		assertThat(refused(() -> complete(number, "registerRegionPaper", Cast.MIIT_OFFICER)))
			.containsExactly("receivedOn", "outcome");
		this.regions.draft(number, this.registration.form(number),
				new CountedPaper(CountedPaper.COMPLETE, "2024-11-11", List.of(), ""), Cast.MIIT_OFFICER);
		assertThat(refused(() -> complete(number, "registerRegionPaper", Cast.MIIT_OFFICER)))
			.containsExactly("item-application");
		assertThat(this.rounds.of(number)).isEmpty();
		assertThat(received(number)).isEmpty();

		miss(number, unpaged());
		this.regions.draft(number, this.supplements.form(number), new PaperSupplement("机要交换", "", "2024-11-12", ""),
				Cast.OFFICER);
		assertThat(refused(() -> complete(number, "supplyPaper", Cast.OFFICER))).containsExactly("waybill", "sentOn");
		assertThat(this.rounds.of(number).get(0).supply()).isEmpty();
		assertThat(task(number, "supplyPaper")).isNotNull();
	}

	@Test
	@DisplayName("联合申报：两个单位的公章各清点一处，骑缝章一处（附件2 封面，C14）")
	void countsTheSealsOfBothAuthorities() {
		List.of(PARTNER_OFFICER, PARTNER_LEADER).forEach(person -> this.accounts.create(person, Cast.PASSWORD));
		String number = this.regions.open(Cast.OFFICER, "OVERALL", RegionApplicationProcess.JOINT);
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.jointly("OVERALL"));

		assertThat(this.registration.items(number)).singleElement()
			.satisfies(paper -> assertThat(paper.item().seals()).extracting(PaperSeal::label)
				.containsExactly("封面申报单位公章（浙江省经济和信息化厅）", "封面申报单位公章（浙江省通信管理局）", "骑缝章"));
	}

	private String sent() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(number, Cast.HEAD, "PASS");
		this.regions.approve(number, Cast.LEADER, "PASS");
		this.regions.seal(number, Cast.OFFICER, RegionSealing.ALONE);
		return number;
	}

	private void miss(String number, UnaryOperator<PaperCount> lack) {
		this.regions.countPaper(number, CountedPaper.MISSING, lack);
		complete(number, "registerRegionPaper", Cast.MIIT_OFFICER);
	}

	private static UnaryOperator<PaperCount> unpaged() {
		return count -> new PaperCount(count.key(), count.copies(), count.pages(),
				count.seals().stream().filter(seal -> !seal.equals("paging")).toList(), count.matching(), "请补盖。");
	}

	private void complete(String number, String step, Person person) {
		this.regions.complete(number, step, person, Map.of());
	}

	private Task task(String number, String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number)
			.taskDefinitionKey(step)
			.singleResult();
	}

	private List<RegionReceipts.Kind> received(String number) {
		return this.receipts.of(number).stream().map(RegionReceipts.Receipt::kind).toList();
	}

	private static List<String> refused(ThrowingCallable work) {
		for (Throwable cause = catchThrowable(work); cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				return refused.problems().stream().map(Problem::field).toList();
			}
		}
		return List.of();
	}

	private static Person partner(String id, Role role) {
		return new Person(id, "申样例", id + "@example.cn", "13900000000", role, "330000-ca");
	}

}
