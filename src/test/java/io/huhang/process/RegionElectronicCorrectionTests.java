package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicComparison;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.organization.Person;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionElectronicReception;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionPackages;
import io.huhang.region.RegionPaperItems;
import io.huhang.region.RegionReceipts;
import io.huhang.region.RegionSealing;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("地区申报电子材料不一致：申报单位更换扫描件，报送包重组，协调人重新核对（附件2 填表须知四，C17）")
class RegionElectronicCorrectionTests {

	private static final Map<String, String> WRONG = Map.of(RegionPaperItems.BOUND, "第3页缺骑缝章。");

	private static final String CONTACTS = "zhangyu8@caict.ac.cn";

	@LocalServerPort
	private int port;

	private final ProcessEngine engine;

	private final Attachments attachments;

	private final ElectronicChecks checks;

	private final ElectronicComparisons comparisons;

	private final RegionPackages packages;

	private final RegionReceipts receipts;

	private final Progress progress;

	private final Mailbox mailbox;

	private final Regions regions;

	private final Map<Person, Integer> toldBefore = new HashMap<>();

	private String number;

	RegionElectronicCorrectionTests(ApplicationContext product, ProcessEngine engine, Attachments attachments,
			ElectronicChecks checks, ElectronicComparisons comparisons, RegionPackages packages,
			RegionReceipts receipts, Progress progress, Mailbox mailbox) {
		this.engine = engine;
		this.attachments = attachments;
		this.checks = checks;
		this.comparisons = comparisons;
		this.packages = packages;
		this.receipts = receipts;
		this.progress = progress;
		this.mailbox = mailbox;
		this.regions = new Regions(product);
	}

	@BeforeEach
	void send() {
		this.number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "PASS");
		this.regions.approve(this.number, Cast.LEADER, "PASS");
		this.regions.seal(this.number, Cast.OFFICER, RegionSealing.ALONE);
		Stream.of(Cast.OFFICER, Cast.COORDINATOR)
			.forEach(person -> this.toldBefore.put(person, this.mailbox.kinds(person.email()).size()));
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("全部一致：确认收到，没有更正任务")
	void receivesWhatAgrees() {
		this.regions.compare(this.number, Map.of());

		assertThat(received()).containsExactly(RegionReceipts.Kind.ELECTRONIC);
		assertThat(this.progress.of(this.number)).isEqualTo("登记纸质材料");
		assertThat(told(Cast.OFFICER)).isEmpty();
	}

	@Test
	@DisplayName("不一致：不算确认；交申报单位5个工作日内更正，去信写明；办理记录写明不一致之处")
	void asksForTheCorrection() {
		this.regions.compare(this.number, WRONG);

		assertThat(received()).isEmpty();
		assertThat(this.progress.of(this.number)).contains("更正电子材料").doesNotContain("确认电子材料");
		assertThat(task(RegionElectronicReception.CORRECTION).getDueDate())
			.isEqualTo(Instant.parse("2024-11-18T16:00:00Z"));
		assertThat(Stream.of(Cast.OFFICER, Cast.COORDINATOR).map(this::told).toList())
			.containsOnly(List.of("electronic-set-differs"));
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("附件2 成效突出地区申报书（含附件）：第3页缺骑缝章。", "请申报单位",
				"2024年11月18日24:00", "/regions/" + this.number);
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).open("/regions/" + this.number).body()).contains("核对电子材料",
				"附件2 成效突出地区申报书（含附件）：第3页缺骑缝章。");
	}

	@Test
	@DisplayName("更正：换扫描件，报送包和清单重组为新的一份，原来的留存；告知联系人；协调人看到上次意见，核对一致后才算确认")
	void makesThePackageAnew() {
		this.regions.compare(this.number, WRONG);
		StoredFile first = whole(1);
		replace();
		this.regions.correct(this.number, Cast.OFFICER, "");

		assertThat(whole(2).name()).isEqualTo(this.number + "报送包（第1次更正）.zip");
		assertThat(whole(2).sha256()).isNotEqualTo(first.sha256());
		assertThat(whole(1)).isEqualTo(first);
		assertThat(told(Cast.COORDINATOR)).containsExactly("electronic-set-corrected", "electronic-set-differs");
		assertThat(this.mailbox.kinds(CONTACTS)).startsWith("region-package-sent", "region-package-sent");
		assertThat(this.mailbox.newest(CONTACTS)).contains("第1次更正", "/files/" + whole(2).id());
		String form = "/api/tasks/%s/electronic-comparison"
			.formatted(task(RegionElectronicReception.COMPARISON).getId());
		assertThat(Visitor.of(Cast.COORDINATOR, this.port).get(form).body()).contains("第3页缺骑缝章。", "已更换申报书的扫描件",
				"\"sender\":\"申报单位\"");

		this.regions.compare(this.number, Map.of());
		assertThat(received()).containsExactly(RegionReceipts.Kind.ELECTRONIC);
		assertThat(this.checks.of(this.number)).extracting(check -> check.verdict().decision())
			.containsExactly(Verdict.RETURN, Verdict.PASS);
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/regions/" + this.number).body()).contains("已更换扫描件：申报书",
				"报送包（第1次更正）.zip");
	}

	@Test
	@DisplayName("重组和告知重复执行：不再生成、不再发信")
	void makesEachEditionOnce() {
		this.regions.compare(this.number, WRONG);
		this.regions.correct(this.number, Cast.OFFICER, "原件如此。");
		StoredFile second = whole(2);
		List<String> letters = this.mailbox.kinds(CONTACTS);

		this.packages.assemble(this.number);
		this.packages.tellContacts(this.number);

		assertThat(whole(2)).isEqualTo(second);
		assertThat(this.mailbox.kinds(CONTACTS)).isEqualTo(letters);
	}

	@Test
	@DisplayName("没有核对的、不一致而不写明的：逐件指出，不留记录，任务仍在")
	void refusesAnUnclearComparison() {
		this.regions.draft(this.number, this.comparisons.form(this.number), new ElectronicComparison(
				List.of(new ElectronicComparison.Item(RegionPaperItems.BOUND, "DIFFERS", " ")), ""), Cast.COORDINATOR);

		assertThat(refusal(() -> this.regions.complete(this.number, RegionElectronicReception.COMPARISON,
				Cast.COORDINATOR, Map.of())))
			.extracting(Problem::text, Problem::clause)
			.containsExactly(Assertions.tuple("请核对报送包和报送清单，选择一致或者不一致。", "附件2 填表须知四"),
					Assertions.tuple("请写明附件2 成效突出地区申报书（含附件）的不一致之处，申报单位将看到这段文字。", "附件2 填表须知四"));
		assertThat(this.checks.of(this.number)).isEmpty();
		assertThat(task(RegionElectronicReception.COMPARISON)).isNotNull();
	}

	@Test
	@DisplayName("既不换扫描件又不说明的、扫描件删去没有补上的：拒绝，任务仍在；只作说明的可以，再次不一致的再次更正")
	void refusesAnEmptyCorrection() {
		this.regions.compare(this.number, WRONG);
		assertThat(refusal(() -> this.regions.correct(this.number, Cast.OFFICER, ""))).extracting(Problem::field)
			.containsExactly("remark");
		this.attachments.of(this.number, RegionDispatches.scanSlot(1))
			.forEach(scan -> this.attachments.remove(scan.id(), Cast.OFFICER.id()));
		assertThat(refusal(() -> this.regions.correct(this.number, Cast.OFFICER, "原件如此。"))).extracting(Problem::field)
			.containsExactly("sealedScan");
		assertThat(this.checks.of(this.number)).allMatch(check -> check.corrected().isEmpty());

		replace();
		this.regions.correct(this.number, Cast.OFFICER, "");
		this.regions.compare(this.number, WRONG);
		this.regions.correct(this.number, Cast.OFFICER, "原件如此。");

		assertThat(this.checks.of(this.number)).extracting(check -> check.corrected().orElseThrow().replaced())
			.containsExactly(List.of("申报书"), List.of());
		assertThat(whole(3)).isNotNull();
	}

	@Test
	@DisplayName("只有协调人打得开核对，只有申报单位经办人打得开更正")
	void showsEachFormToItsPeople() {
		String comparison = "/api/tasks/%s/electronic-comparison"
			.formatted(task(RegionElectronicReception.COMPARISON).getId());
		assertThat(statuses(comparison, Cast.COORDINATOR)).containsOnly(200);
		assertThat(statuses(comparison, Cast.OFFICER, Cast.MIIT_OFFICER, Cast.APPLICANT_A, Cast.AUDITOR))
			.containsOnly(404);

		this.regions.compare(this.number, WRONG);
		String correction = "/api/tasks/%s/electronic-correction"
			.formatted(task(RegionElectronicReception.CORRECTION).getId());
		assertThat(statuses(correction, Cast.OFFICER)).containsOnly(200);
		assertThat(statuses(correction, Cast.HEAD, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.COORDINATOR,
				Cast.MIIT_OFFICER, Cast.APPLICANT_A))
			.containsOnly(404);
	}

	private Stream<Integer> statuses(String path, Person... readers) {
		return Stream.of(readers).map(reader -> Visitor.of(reader, this.port).get(path).statusCode());
	}

	private void replace() {
		this.attachments.add(this.number, RegionDispatches.scanSlot(1), "重扫.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(2)), Cast.OFFICER.id());
	}

	private StoredFile whole(int edition) {
		return this.attachments.kept(this.number, new PackageEdition(edition).slot(PackageEdition.PACKAGE), 1)
			.orElseThrow();
	}

	private Task task(String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(this.number)
			.taskDefinitionKey(step)
			.singleResult();
	}

	private List<RegionReceipts.Kind> received() {
		return this.receipts.of(this.number).stream().map(RegionReceipts.Receipt::kind).toList();
	}

	private List<String> told(Person person) {
		List<String> kinds = this.mailbox.kinds(person.email());
		return kinds.subList(0, kinds.size() - this.toldBefore.get(person))
			.stream()
			.filter(kind -> kind.startsWith("electronic-"))
			.toList();
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
