package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.PassedCases;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;
import io.huhang.document.Texts;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.CoveringLetters;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.RegionEnclosures;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDispatches.Dispatch;
import io.huhang.region.RegionEnding;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@EachTestAsStarted
@DisplayName("统一报送：成效突出地区申报书随案例推荐材料寄送（通知二（三），C17）")
class RegionWithListTests {

	private static final String CONTACTS = "zhangyu8@caict.ac.cn";

	private static final Person PARTNER_OFFICER = partner("along-officer", Role.OFFICER);

	private static final Person PARTNER_LEADER = partner("along-leader", Role.LEADER);

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final Attachments attachments;

	private final CoveringLetters letters;

	private final Dispatches dispatches;

	private final RegionEnclosures enclosures;

	private final RegionApplications applications;

	private final RegionDispatches regionDispatches;

	private final RegionWithdrawal withdrawal;

	private final GivingUp givingUp;

	private final Progress progress;

	private final Mailbox mailbox;

	private final DemoClock clock;

	private final Regions regions;

	private final Lists lists;

	RegionWithListTests(ApplicationContext product, ProcessEngine engine, Cases cases, Drafts drafts,
			Attachments attachments, CoveringLetters letters, Dispatches dispatches, RegionEnclosures enclosures,
			RegionApplications applications, RegionDispatches regionDispatches, RegionWithdrawal withdrawal,
			GivingUp givingUp, Progress progress, Mailbox mailbox, DemoClock clock, JdbcClient database) {
		this.product = product;
		this.engine = engine;
		this.attachments = attachments;
		this.letters = letters;
		this.dispatches = dispatches;
		this.enclosures = enclosures;
		this.applications = applications;
		this.regionDispatches = regionDispatches;
		this.withdrawal = withdrawal;
		this.givingUp = givingUp;
		this.progress = progress;
		this.mailbox = mailbox;
		this.clock = clock;
		this.regions = new Regions(product);
		this.lists = new Lists(cases, engine, drafts, attachments, database);
	}

	@AfterEach
	void end() {
		this.regions.endAll();
		this.lists.endAll();
	}

	@Test
	@DisplayName("用印页面和报送函列明申报书；名单寄出时一同寄出，一个报送包，校验值逐件相符，不另行发信；随后签收")
	void leavesWithTheListInOnePackage() throws IOException {
		Journey journey = listAt("sealRecommendation");
		String region = sealed();
		assertThat(this.regionDispatches.find(region)).get()
			.extracting(Dispatch::listNumber, dispatch -> dispatch.leftAt().isPresent())
			.containsExactly(Lists.NUMBER, false);
		String sheet = Visitor.of(Cast.OFFICER, this.port)
			.open("/api/tasks/" + journey.task("sealRecommendation").getId() + "/list-sealing")
			.body();
		assertThat(sheet).contains(region, "总体成效突出地区");
		assertThat(letter()).contains("成效突出地区申报书（一式两份，含证明材料）", region, "总体成效突出地区（浙江省");

		journey.take("sealRecommendation");
		this.regions.runJobs(region);

		assertThat(this.regionDispatches.find(region).orElseThrow().sealing().parcel())
			.isEqualTo(this.dispatches.find(Lists.NUMBER).orElseThrow().parcel());
		assertPackage(region);
		assertThat(this.attachments.kept(region, PackageEdition.PACKAGE, 1)).isEmpty();
		assertThat(this.mailbox.kinds(CONTACTS)).contains("package-sent").doesNotContain("region-package-sent");
		this.regions.registerPaper(region);
		this.regions.compare(region, Map.of());
		assertThat(this.progress.of(region)).isEqualTo("等待遴选结果");
	}

	private void assertPackage(String region) throws IOException {
		Map<String, byte[]> entries = unpack(
				this.attachments.kept(Lists.NUMBER, PackageEdition.PACKAGE, 1).orElseThrow());
		String folder = "附件2_成效突出地区申报书_" + region + "/";
		List<String> ofRegion = entries.keySet().stream().filter(path -> path.contains(folder)).toList();
		assertThat(ofRegion).anyMatch(path -> path.endsWith("申报书盖章扫描件.pdf"))
			.anyMatch(path -> path.endsWith("成效突出地区申报书.pdf"))
			.anyMatch(path -> path.contains(folder + "附名单/"))
			.anyMatch(path -> path.endsWith("证明材料/举措和创新做法/01_样例.pdf"));
		assertThat(text(entries, "报送清单.csv").lines().filter(line -> line.contains(folder))).hasSameSizeAs(ofRegion);
		Map<String, String> sums = text(entries, "SHA256SUMS").lines()
			.collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
		assertThat(sums).hasSize(entries.size() - 1);
		sums.forEach((path, sum) -> assertThat(Sha256.hex(entries.get(entry(entries, path)))).as(path).isEqualTo(sum));
	}

	private static String text(Map<String, byte[]> entries, String name) {
		return new String(entries.get(entry(entries, name)), StandardCharsets.UTF_8);
	}

	// All lies in one folder, from where the sums are checked.
	private static String entry(Map<String, byte[]> entries, String path) {
		return entries.keySet()
			.stream()
			.filter(name -> name.equals(path) || name.endsWith("/" + path))
			.min((a, b) -> a.length() - b.length())
			.orElseThrow();
	}

	private Map<String, byte[]> unpack(StoredFile file) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(this.attachments.open(file), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), zip.readAllBytes());
			}
		}
		return entries;
	}

	@Test
	@DisplayName("随附有增减的：已上传的报送函扫描件作废，须重新打印盖章；改变寄送方式后可以单独寄送；撤回的不再随附")
	void voidsTheSealedLetterWheneverTheEnclosuresChange() throws IOException {
		listAt("sealRecommendation");
		uploadLetter();
		assertThat(letterProblems()).isEmpty();

		String region = sealed();
		assertThat(letterProblems()).containsExactly("请上传盖章后的报送函扫描件。");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("重新打印、盖章并上传");

		uploadLetter();
		this.withdrawal.takeBack(region, Cast.OFFICER.id());
		assertThat(letterProblems()).hasSize(1);
		assertThat(letter()).doesNotContain(region);
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).startsWith("region-taken-back");
		assertThat(this.regions.task(region).getTaskDefinitionKey()).isEqualTo("sealRegionApplication");

		this.regions.seal(region, Cast.OFFICER, RegionSealing.WITH_LIST);
		uploadLetter();
		this.withdrawal.withdraw(region, "改为联合申报", "true", Cast.OFFICER.id());
		assertThat(letterProblems()).hasSize(1);
		assertThat(this.enclosures.of(Lists.NUMBER)).isEmpty();
	}

	@Test
	@DisplayName("联合推荐终止：等待随附的申报书回到用印与寄送并告知，可以单独寄送，照常组装、发信")
	void comesBackWhenTheListIsGivenUp() {
		String list = jointList();
		String region = sealed();
		assertThat(this.regionDispatches.find(region)).get().extracting(Dispatch::listNumber).isEqualTo(list);

		this.givingUp.giveUp(list, "双方商定分别推荐。", "true", Cast.OFFICER);

		assertThat(this.regions.task(region).getTaskDefinitionKey()).isEqualTo("sealRegionApplication");
		assertThat(this.regionDispatches.find(region)).isEmpty();
		assertThat(this.mailbox.kinds(Cast.LEADER.email())).contains("region-taken-back");
		this.regions.seal(region, Cast.OFFICER, RegionSealing.ALONE);
		assertThat(this.regionDispatches.hasLeft(region)).isTrue();
		assertThat(this.attachments.kept(region, PackageEdition.PACKAGE, 1)).isPresent();
		assertThat(this.mailbox.kinds(CONTACTS)).contains("region-package-sent");
	}

	@Test
	@DisplayName("截止时名单仍未寄出：申报书逾期未报并告知，不再等待；名单重新开放也不再随附")
	void endsWithTheClosingDate() {
		listAt("rankCases");
		String region = sealed();

		this.clock.advanceTo(Instant.parse("2024-12-31T16:01:00Z"));
		runDueJobs();

		assertThat(this.progress.of(region)).isEqualTo("逾期未报");
		assertThat(this.applications.closing(region)).get()
			.extracting(RegionApplications.Closing::ending)
			.isEqualTo(RegionEnding.OVERDUE);
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).contains("region-overdue");
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("是否重新开放");
		assertThat(this.enclosures.of(Lists.NUMBER)).isEmpty();
		assertThat(this.applications.of(Cast.AUTHORITY)).noneMatch(RegionApplication::live);
	}

	private Journey listAt(String step) {
		Journey journey = Journey.begin(this.product, new Party(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER),
				CaseForms.aCase());
		while (journey.task(step) == null) {
			journey.takeNext();
		}
		return journey;
	}

	// A region application that waits for the list.
	private String sealed() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(number, Cast.HEAD, "PASS");
		this.regions.approve(number, Cast.LEADER, "PASS");
		this.regions.seal(number, Cast.OFFICER, RegionSealing.WITH_LIST);
		return number;
	}

	private String jointList() {
		new PassedCases(this.product.getBean(JdbcClient.class), this.product.getBean(Drafts.class)).add(Cast.AUTHORITY,
				1, 1);
		Accounts accounts = this.product.getBean(Accounts.class);
		List.of(PARTNER_OFFICER, PARTNER_LEADER).forEach(person -> accounts.create(person, Cast.PASSWORD));
		String[] number = new String[1];
		this.product.getBean(Cases.class)
			.as(Cast.OFFICER,
					() -> number[0] = this.engine.getRuntimeService()
						.startProcessInstanceByKey(CaseRecommendationProcess.KEY, Map.of("mode", "JOINT"))
						.getBusinessKey());
		return number[0];
	}

	private void uploadLetter() {
		this.attachments.add(Lists.NUMBER, Dispatches.letterSlot(1), "报送函盖章.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), Cast.OFFICER.id());
	}

	private List<String> letterProblems() {
		return this.dispatches.check(Lists.NUMBER)
			.stream()
			.filter(problem -> problem.field().equals("letterScan") && problem.blocks())
			.map(Problem::text)
			.toList();
	}

	private String letter() throws IOException {
		return Texts.bare(Texts.ofPdf(this.letters.pdf(Lists.NUMBER)));
	}

	private void runDueJobs() {
		ManagementService management = this.engine.getManagementService();
		for (List<Job> due = dueJobs(management); !due.isEmpty(); due = dueJobs(management)) {
			due.forEach(job -> management.executeJob(job.getId()));
		}
	}

	// An interrupting timer takes the others of its instance with it: one at a time.
	private static List<Job> dueJobs(ManagementService management) {
		return management.createJobQuery().executable().withRetriesLeft().orderByJobDuedate().desc().listPage(0, 1);
	}

	private static Person partner(String id, Role role) {
		return new Person(id, "亥样例", id + "@example.cn", "13900000000", role, "330000-ca");
	}

}
