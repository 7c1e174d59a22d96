package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Comparisons;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicComparison;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicCorrection;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.organization.Person;
import io.huhang.recommendation.Deliveries;
import io.huhang.recommendation.Delivery;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ElectronicDelivery;
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListElectronicSet;
import io.huhang.recommendation.Packages;
import io.huhang.recommendation.Receipts;
import io.huhang.recommendation.Receipts.Receipt;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("电子材料不一致：推荐单位更换扫描件，报送包重组，协调人重新核对（附件1 填表须知四，C17）")
class ElectronicCorrectionTests {

	private static final String FIRST = PassedCases.number(Cast.AUTHORITY, 1);

	private static final String SECOND = PassedCases.number(Cast.AUTHORITY, 2);

	private static final String WRONG = "封面不是本案例的。";

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final ElectronicChecks checks;

	private final ElectronicCorrections corrections;

	private final Deliveries deliveries;

	private final Receipts receipts;

	private final Progress progress;

	private final Mailbox mailbox;

	private final Lists lists;

	private final PassedCases passed;

	private final ListElectronicSet set;

	private final Comparisons comparisons;

	ElectronicCorrectionTests(ApplicationContext product, Cases cases, ProcessEngine engine, Drafts drafts,
			Attachments attachments, ElectronicComparisons comparisons, ListElectronicSet set, ElectronicChecks checks,
			ElectronicCorrections corrections, Deliveries deliveries, Receipts receipts, Progress progress,
			Mailbox mailbox, JdbcClient database) {
		this.product = product;
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.checks = checks;
		this.corrections = corrections;
		this.deliveries = deliveries;
		this.receipts = receipts;
		this.progress = progress;
		this.mailbox = mailbox;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
		this.set = set;
		this.comparisons = new Comparisons(comparisons, set, drafts);
	}

	@BeforeEach
	void dispatch() {
		this.passed.add(Cast.AUTHORITY, 1, 2);
		this.lists.atReceipt();
		this.product.getBean(ListDossier.class).generate(Lists.NUMBER);
		scan(Dispatches.letterSlot(1), 1);
		scan(Dispatches.annex3Slot(1), 2);
		scan(Dispatches.coverSlot(FIRST, 1), 3);
		scan(Dispatches.coverSlot(SECOND, 1), 4);
		this.product.getBean(Packages.class).assemble(Lists.NUMBER);
		this.product.getBean(ElectronicDelivery.class).send(Lists.NUMBER);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("全部一致：确认收到，没有更正任务")
	void receivesWhatAgrees() {
		this.comparisons.same(Lists.NUMBER);

		complete("confirmElectronicSet", Cast.COORDINATOR);

		assertThat(received()).containsExactly(Receipts.Kind.ELECTRONIC);
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("登记纸质材料");
		assertThat(told(Cast.OFFICER)).isEmpty();
	}

	@Test
	@DisplayName("不一致：不算确认，逐件记录；交推荐单位5个工作日内更正，去信写明；推荐页逐件写明一致、不一致")
	void asksForTheCorrection() {
		differ();

		assertThat(received()).isEmpty();
		assertThat(this.progress.of(Lists.NUMBER)).contains("更正电子材料").doesNotContain("确认电子材料");
		assertThat(this.lists.task("correctElectronicSet").getDueDate())
			.isEqualTo(Instant.parse("2024-11-18T16:00:00Z"));
		assertThat(Stream.of(Cast.OFFICER, Cast.COORDINATOR).map(this::told).toList())
			.containsOnly(List.of("electronic-set-differs"));
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("第2个案例“第2个样例案例”：封面不是本案例的。", "2024年11月18日24:00",
				"更正电子材料");
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).open("/recommendations/" + Lists.NUMBER).body())
			.contains("不一致：封面不是本案例的。　癸样例", "一致　癸样例", "核对电子材料：不一致");
	}

	@Test
	@DisplayName("更正：换扫描件，报送包和清单重组为新的一份，原来的留存；再次发送；协调人看到上次意见，重新核对一致后才算确认")
	void makesThePackageAnew() {
		differ();
		StoredFile first = whole(1);
		StoredFile replacement = replace();
		correct("", doubts());

		assertThat(told(Cast.COORDINATOR)).containsExactly("electronic-set-corrected", "electronic-set-differs");
		assertThat(this.lists.task("confirmElectronicSet")).isNull();
		this.lists.runJobs(Lists.NUMBER);

		StoredFile second = whole(2);
		assertThat(second.name()).isEqualTo(Lists.NUMBER + "报送包（第1次更正）.zip");
		assertThat(second.sha256()).isNotEqualTo(first.sha256());
		assertThat(whole(1)).isEqualTo(first);
		assertThat(this.deliveries.of(Lists.NUMBER)).extracting(Delivery::edition).containsExactly(1, 2);
		ElectronicDelivery delivery = this.product.getBean(ElectronicDelivery.class);
		assertThat(delivery.files(this.deliveries.of(Lists.NUMBER).get(1))).extracting(item -> item.file().id())
			.contains(replacement.id());
		assertThat(delivery.files(this.deliveries.of(Lists.NUMBER).get(0))).extracting(item -> item.file().id())
			.doesNotContain(replacement.id());
		String taskId = this.lists.task("confirmElectronicSet").getId();
		assertThat(Visitor.of(Cast.COORDINATOR, this.port)
			.get("/api/tasks/%s/electronic-comparison".formatted(taskId))
			.body()).contains("第2个案例“第2个样例案例”：封面不是本案例的。", "已更换第2个案例“第2个样例案例”的封面的扫描件");

		this.comparisons.same(Lists.NUMBER);
		complete("confirmElectronicSet", Cast.COORDINATOR);
		assertThat(received()).containsExactly(Receipts.Kind.ELECTRONIC);
		assertThat(this.checks.of(Lists.NUMBER)).extracting(check -> check.verdict().decision())
			.containsExactly(Verdict.RETURN, Verdict.PASS);
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/recommendations/" + Lists.NUMBER).body())
			.contains("更正电子材料：已更换扫描件：第2个案例“第2个样例案例”的封面", "报送包（第1次更正）.zip", "核对电子材料：一致");
	}

	@Test
	@DisplayName("重组和发送重复执行：不再生成、不再发信")
	void makesEachEditionOnce() {
		differ();
		replace();
		correct("", doubts());
		this.lists.runJobs(Lists.NUMBER);
		StoredFile second = whole(2);

		this.product.getBean(Packages.class).assemble(Lists.NUMBER);
		this.product.getBean(ElectronicDelivery.class).send(Lists.NUMBER);

		assertThat(whole(2)).isEqualTo(second);
		assertThat(this.deliveries.of(Lists.NUMBER)).hasSize(2);
	}

	@Test
	@DisplayName("没有核对的、不一致而不写明的：逐件指出，不留记录，任务仍在")
	void refusesAnUnclearComparison() {
		this.comparisons.save(Lists.NUMBER,
				new ElectronicComparison(List.of(new ElectronicComparison.Item("letter", "DIFFERS", " "),
						new ElectronicComparison.Item("annex3", "SAME", "")), ""));

		assertThat(refusal(() -> complete("confirmElectronicSet", Cast.COORDINATOR))).extracting(Problem::text)
			.containsExactly("请核对报送包和报送清单，选择一致或者不一致。", "请写明报送函的不一致之处，推荐单位将看到这段文字。", "请核对第1个案例“第1个样例案例”，选择一致或者不一致。",
					"请核对第2个案例“第2个样例案例”，选择一致或者不一致。");

		assertThat(this.checks.of(Lists.NUMBER)).isEmpty();
		assertThat(this.lists.task("confirmElectronicSet")).isNotNull();
	}

	@Test
	@DisplayName("既不换扫描件又不说明的、扫描件删去没有补上的、两处同一个文件的：拒绝，任务仍在；只作说明的可以")
	void refusesAnEmptyCorrection() {
		differ();
		String field = "coverScan-" + SECOND;

		assertThat(refusal(() -> correct("", doubts()))).extracting(Problem::field).containsExactly("remark");

		this.attachments.remove(this.attachments.of(Lists.NUMBER, Dispatches.coverSlot(SECOND, 1)).get(0).id(),
				Cast.OFFICER.id());
		assertThat(refusal(() -> correct("原件如此。", doubts()))).extracting(Problem::field).containsExactly(field);

		byte[] twice = SampleFiles.pdf(6);
		add(Dispatches.coverSlot(SECOND, 1), twice);
		add(Dispatches.coverSlot(FIRST, 1), twice);
		assertThat(refusal(() -> correct("", doubts()))).extracting(Problem::field)
			.containsExactly("coverScan-" + FIRST, field);

		scan(Dispatches.coverSlot(FIRST, 1), 7);
		scan(Dispatches.coverSlot(SECOND, 1), 8);
		assertThat(this.checks.of(Lists.NUMBER)).allMatch(check -> check.corrected().isEmpty());
		correct("原件如此。", doubts());
		assertThat(this.checks.of(Lists.NUMBER).get(0).corrected()).get()
			.extracting(ElectronicChecks.Corrected::remark)
			.isEqualTo("原件如此。");
	}

	@Test
	@DisplayName("再次不一致：再次更正，各次意见和更正都留在记录里")
	void correctsAgain() {
		differ();
		correct("原件如此。", doubts());
		this.lists.runJobs(Lists.NUMBER);
		differ();
		replace();
		correct("", doubts());
		this.lists.runJobs(Lists.NUMBER);

		assertThat(this.checks.of(Lists.NUMBER)).extracting(Check::round).containsExactly(1, 2);
		assertThat(this.deliveries.of(Lists.NUMBER)).extracting(Delivery::edition).containsExactly(1, 2, 3);
		assertThat(whole(3)).isNotNull();
		assertThat(this.lists.task("confirmElectronicSet")).isNotNull();
	}

	@Test
	@DisplayName("只有推荐单位经办人打得开更正，只有协调人打得开核对")
	void showsEachFormToItsPeople() {
		String comparison = "/api/tasks/%s/electronic-comparison"
			.formatted(this.lists.task("confirmElectronicSet").getId());
		assertThat(statuses(comparison, Cast.COORDINATOR)).containsOnly(200);
		assertThat(statuses(comparison, Cast.OFFICER, Cast.MIIT_OFFICER, Cast.APPLICANT_A, Cast.AUDITOR))
			.containsOnly(404);

		differ();
		String correction = "/api/tasks/%s/electronic-correction"
			.formatted(this.lists.task("correctElectronicSet").getId());
		assertThat(statuses(correction, Cast.OFFICER)).containsOnly(200);
		assertThat(Visitor.of(Cast.OFFICER, this.port).get(correction).body()).contains(WRONG.replaceAll("。$", ""));
		assertThat(statuses(correction, Cast.HEAD, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.COORDINATOR,
				Cast.MIIT_OFFICER, Cast.APPLICANT_A))
			.containsOnly(404);
	}

	private Stream<Integer> statuses(String path, Person... readers) {
		return Stream.of(readers).map(reader -> Visitor.of(reader, this.port).get(path).statusCode());
	}

	private void differ() {
		this.comparisons.differs(Lists.NUMBER, Map.of(SECOND, WRONG));
		complete("confirmElectronicSet", Cast.COORDINATOR);
	}

	private StoredFile replace() {
		return scan(Dispatches.coverSlot(SECOND, 1), 5);
	}

	private StoredFile scan(String slot, int pages) {
		return add(slot, SampleFiles.pdf(pages));
	}

	private StoredFile add(String slot, byte[] content) {
		return this.attachments.add(Lists.NUMBER, slot, "扫描件.pdf", new ByteArrayInputStream(content),
				Cast.OFFICER.id());
	}

	// Blank pages carry no code: somebody has looked at them.
	private List<String> doubts() {
		return Stream
			.concat(this.corrections.draft(Lists.NUMBER).confirmations().stream(),
					this.corrections.check(this.set, Lists.NUMBER).stream().map(Problem::confirmation))
			.toList();
	}

	private void correct(String remark, List<String> confirmations) {
		String form = this.corrections.form(Lists.NUMBER);
		int version = this.drafts.find(Lists.NUMBER, form).map(Draft::version).orElse(0);
		this.drafts.save(Lists.NUMBER, form, version, new ElectronicCorrection(remark, confirmations),
				Cast.OFFICER.id());
		complete("correctElectronicSet", Cast.OFFICER);
	}

	private StoredFile whole(int edition) {
		return this.attachments.kept(Lists.NUMBER, new PackageEdition(edition).slot(PackageEdition.PACKAGE), 1)
			.orElseThrow();
	}

	private void complete(String step, Person person) {
		Task task = this.lists.task(step);
		this.lists.claim(task, person);
		this.cases.as(person, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private List<Receipts.Kind> received() {
		return this.receipts.of(Lists.NUMBER).stream().map(Receipt::kind).toList();
	}

	private List<String> told(Person person) {
		return this.mailbox.kinds(person.email()).stream().filter(kind -> kind.startsWith("electronic-")).toList();
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
