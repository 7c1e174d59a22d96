package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Papers;
import io.huhang.PassedCases;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.document.PaperCount;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperRounds;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.PaperRegistration;
import io.huhang.recommendation.Receipts.Receipt;
import io.huhang.recommendation.Receipts;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@DisplayName("纸质材料签收：缺件补齐（通知二（三），C17）")
class PaperReceiptTests {

	private static final String SECOND = PassedCases.number(Cast.AUTHORITY, 2);

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final PaperRegistration registration;

	private final PaperSupplements supplements;

	private final PaperRounds rounds;

	private final Receipts receipts;

	private final Progress progress;

	private final Mailbox mailbox;

	private final Lists lists;

	private final PassedCases passed;

	private final Papers papers;

	PaperReceiptTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			PaperRegistration registration, PaperSupplements supplements, PaperRounds rounds, Receipts receipts,
			Progress progress, Mailbox mailbox, JdbcClient database) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.registration = registration;
		this.supplements = supplements;
		this.rounds = rounds;
		this.receipts = receipts;
		this.progress = progress;
		this.mailbox = mailbox;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
		this.papers = new Papers(registration, drafts);
	}

	@BeforeEach
	void dispatch() {
		this.passed.add(Cast.AUTHORITY, 1, 3);
		this.lists.atReceipt();
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("齐全：登记签收，告知推荐单位收到日期，没有补齐任务")
	void receivesACompleteSet() {
		this.papers.complete(Lists.NUMBER, "");

		complete("registerCasePaper", Cast.MIIT_OFFICER);

		assertThat(received()).containsExactly(Receipts.Kind.PAPER);
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("确认电子材料");
		assertThat(told(Cast.OFFICER, "paper-")).containsExactly("paper-registered");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("签收日期：2024年11月11日");
	}

	@Test
	@DisplayName("缺件：交推荐单位在5个工作日内补齐，去信逐件写明，不算签收")
	void asksForWhatIsMissing() {
		this.papers.missing(Lists.NUMBER, secondUnsealed());

		complete("registerCasePaper", Cast.MIIT_OFFICER);

		assertThat(received()).isEmpty();
		assertThat(this.progress.of(Lists.NUMBER)).contains("补齐纸质材料").doesNotContain("登记纸质材料");
		assertThat(this.lists.task("supplyPaper").getDueDate()).isEqualTo(Instant.parse("2024-11-18T16:00:00Z"));
		assertThat(told(Cast.OFFICER, "paper-")).containsExactly("paper-missing");
		assertThat(this.mailbox.newest(Cast.OFFICER.email()))
			.contains("第2个案例“第2个样例案例”：缺封面申报单位公章；", "缺骑缝章", "（请补盖）", "2024年11月18日24:00")
			.doesNotContain("第1个样例案例", "第3个样例案例", "应收原件");
	}

	@Test
	@DisplayName("补齐后再次登记：已清点的勾选仍在，缺的仍缺；齐全后签收，每次登记都有记录")
	void keepsWhatWasCountedForTheNextRound() {
		this.papers.missing(Lists.NUMBER, secondUnsealed());
		complete("registerCasePaper", Cast.MIIT_OFFICER);
		supply();

		CountedPaper again = this.registration.draft(Lists.NUMBER).counted();
		assertThat(again.outcome()).isEmpty();
		assertThat(again.count(SECOND).seals()).isEmpty();
		assertThat(again.count(PassedCases.number(Cast.AUTHORITY, 1)).seals()).hasSize(5);
		this.papers.complete(Lists.NUMBER, "");
		complete("registerCasePaper", Cast.MIIT_OFFICER);

		assertThat(received()).containsExactly(Receipts.Kind.PAPER);
		List<PaperRound> found = this.rounds.of(Lists.NUMBER);
		assertThat(found).extracting(PaperRound::round, round -> round.isComplete(SECOND), PaperRound::registeredBy)
			.containsExactly(tuple(1, false, Cast.MIIT_OFFICER.id()), tuple(2, true, Cast.MIIT_OFFICER.id()));
		assertThat(found.get(0).supply().orElseThrow().suppliedBy()).isEqualTo(Cast.OFFICER.id());
		assertThat(told(Cast.OFFICER, "paper-")).containsExactlyInAnyOrder("paper-missing", "paper-registered");
	}

	@Test
	@DisplayName("第二次仍缺：再次补齐、再次去信，每次各一封")
	void tellsOncePerRound() {
		this.papers.missing(Lists.NUMBER, secondUnsealed());
		complete("registerCasePaper", Cast.MIIT_OFFICER);
		supply();
		this.papers.missing(Lists.NUMBER, Papers.lacking("1"));
		complete("registerCasePaper", Cast.MIIT_OFFICER);

		assertThat(this.lists.task("supplyPaper")).isNotNull();
		assertThat(told(Cast.OFFICER, "paper-")).containsExactly("paper-missing", "paper-missing");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("附件3 典型案例推荐汇总表：应收原件2份，收到1份。");
	}

	@Test
	@DisplayName("没有清点就登记齐全：拒绝，不留记录，不去信，任务仍在")
	void refusesAForgedCompletion() {
		this.papers.save(Lists.NUMBER, new ListPaper(CountedPaper.COMPLETE, "", "2024-11-11", List.of(), ""));

		assertThat(refusal(() -> complete("registerCasePaper", Cast.MIIT_OFFICER))).extracting(Problem::field)
			.containsExactly("item-annex3", "item-letter", "item-" + PassedCases.number(Cast.AUTHORITY, 1),
					"item-" + SECOND, "item-" + PassedCases.number(Cast.AUTHORITY, 3));

		assertThat(received()).isEmpty();
		assertThat(this.rounds.of(Lists.NUMBER)).isEmpty();
		assertThat(told(Cast.OFFICER, "paper-")).isEmpty();
		assertThat(this.lists.task("registerCasePaper")).isNotNull();
	}

	@Test
	@DisplayName("推荐数量没有超过上限的，不能借“不予接收”免去清点")
	void refusesARefusalWithinTheCap() {
		this.papers.save(Lists.NUMBER, new ListPaper("", "REFUSE", "", List.of(), ""));

		assertThat(refusal(() -> complete("registerCasePaper", Cast.MIIT_OFFICER))).extracting(Problem::field)
			.containsExactly("excess");
	}

	@Test
	@DisplayName("寄出后撤回的案例：不须清点，其余齐全即签收（通知二（一））")
	void doesNotAskForAWithdrawnCase() {
		this.passed.end(SECOND);
		this.papers.complete(Lists.NUMBER, "");

		complete("registerCasePaper", Cast.MIIT_OFFICER);

		assertThat(received()).containsExactly(Receipts.Kind.PAPER);
		assertThat(this.rounds.of(Lists.NUMBER).get(0).paper().counts()).extracting(PaperCount::key)
			.doesNotContain(SECOND);
	}

	@ParameterizedTest
	@CsvSource({ "'','','','',carrier waybill sentOn", "机要交换,ZJ2,2024-11-12,'',sentOn", "机要交换,ZJ2,2024-11-10,'',sentOn",
			"机要交换,,下周,'',waybill sentOn" })
	@DisplayName("补齐的寄送没有写明或日期不对：拒绝，任务仍在")
	void refusesAnIncompleteSupplement(String carrier, String waybill, String sentOn, String remark, String fields) {
		this.papers.missing(Lists.NUMBER, secondUnsealed());
		complete("registerCasePaper", Cast.MIIT_OFFICER);
		draftSupplement(new PaperSupplement(carrier, waybill, sentOn, remark));

		assertThat(refusal(() -> complete("supplyPaper", Cast.OFFICER))).extracting(Problem::field)
			.containsExactly(fields.split(" "));

		assertThat(this.lists.task("supplyPaper")).isNotNull();
		assertThat(this.rounds.of(Lists.NUMBER).get(0).supply()).isEmpty();
	}

	@RepeatedTest(2)
	@Timeout(120)
	@DisplayName("登记和补齐各连点两次：只登记一次，另一次被拒绝")
	void countsADoubleClickOnce() {
		this.papers.missing(Lists.NUMBER, secondUnsealed());
		assertThat(twiceAtOnce("registerCasePaper", Cast.MIIT_OFFICER)).hasSize(1);
		draftSupplement(new PaperSupplement("机要交换", "ZJ20241111002", "2024-11-11", ""));
		assertThat(twiceAtOnce("supplyPaper", Cast.OFFICER)).hasSize(1);

		assertThat(this.rounds.of(Lists.NUMBER)).hasSize(1);
		assertThat(told(Cast.OFFICER, "paper-")).containsExactly("paper-missing");
		assertThat(this.lists.task("registerCasePaper")).isNotNull();
	}

	private static UnaryOperator<PaperCount> secondUnsealed() {
		return count -> count.key().equals(SECOND)
				? new PaperCount(SECOND, "2", count.pages(), List.of(), "true", "请补盖。") : count;
	}

	private void supply() {
		draftSupplement(new PaperSupplement("机要交换", "ZJ20241111002", "2024-11-11", "已补盖。"));
		complete("supplyPaper", Cast.OFFICER);
	}

	private void draftSupplement(PaperSupplement supplement) {
		String form = this.supplements.form(Lists.NUMBER);
		int version = this.drafts.find(Lists.NUMBER, form).map(Draft::version).orElse(0);
		this.drafts.save(Lists.NUMBER, form, version, supplement, Cast.OFFICER.id());
	}

	private void complete(String step, Person person) {
		Task task = this.lists.task(step);
		this.lists.claim(task, person);
		this.cases.as(person, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private List<Receipts.Kind> received() {
		return this.receipts.of(Lists.NUMBER).stream().map(Receipt::kind).toList();
	}

	private List<String> told(Person person, String kinds) {
		return this.mailbox.kinds(person.email()).stream().filter(kind -> kind.startsWith(kinds)).toList();
	}

	/** What each of the two threads got for an answer, if not success. */
	private List<Throwable> twiceAtOnce(String step, Person person) {
		Task task = this.lists.task(step);
		this.lists.claim(task, person);
		CyclicBarrier together = new CyclicBarrier(2);
		List<CompletableFuture<Throwable>> clicks = Stream.of(1, 2)
			.map(click -> CompletableFuture.supplyAsync(() -> click(task.getId(), person, together),
					work -> new Thread(work).start()))
			.toList();
		return clicks.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
	}

	private Throwable click(String taskId, Person person, CyclicBarrier together) {
		return Assertions.catchThrowable(() -> this.cases.as(person, () -> {
			await(together);
			this.engine.getTaskService().complete(taskId);
		}));
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Problem> refusal(Runnable work) {
		Throwable thrown = Assertions.catchThrowable(work::run);
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst()
			.orElseThrow(() -> new AssertionError("not refused", thrown))
			.problems();
	}

}
