package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDossier;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@DisplayName("申报书盖章扫描件：识别二维码，不是本申报本版的、没有盖章的，拒绝；页数不同、识别不出的，核对后确认（附件2 封面、填表须知四）")
class RegionScansTests {

	private static final String CLAUSE = "附件2 封面、填表须知四";

	@LocalServerPort
	private int port;

	private final Attachments attachments;

	private final RegionDispatches dispatches;

	private final JdbcClient database;

	private final Regions regions;

	private String number;

	private Visitor officer;

	RegionScansTests(ApplicationContext product, Attachments attachments, RegionDispatches dispatches,
			JdbcClient database) {
		this.attachments = attachments;
		this.dispatches = dispatches;
		this.database = database;
		this.regions = new Regions(product);
	}

	@BeforeEach
	void approve() {
		this.number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "PASS");
		this.regions.approve(this.number, Cast.LEADER, "PASS");
		this.officer = Visitor.of(Cast.OFFICER, this.port);
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("本版合订本盖章后的扫描件：说明识别结果，没有问题")
	void acceptsTheScanOfWhatWasPrinted() {
		upload(SampleFiles.scanned(bound()));

		assertThat(this.officer.get(path("region-sealing/scans")).body())
			.isEqualTo("[{\"field\":\"sealedScan\",\"text\":\"扫描件共%d页，识别出本版二维码。\",\"alarm\":false}]"
				.formatted(kept(RegionDossier.BOUND).pages()));
		assertThat(problems(List.of())).isEmpty();
	}

	@Test
	@DisplayName("系统生成的打印件没有盖章：合订本、申报书都不能当扫描件；提交也拒绝")
	void refusesThePrintItself() {
		for (String slot : List.of(RegionDossier.BOUND, RegionDossier.PDF)) {
			upload(this.officer.download("/files/" + kept(slot).id()));

			assertThat(problems(List.of())).extracting(Problem::text, Problem::clause, Problem::blocks)
				.containsExactly(tuple("申报书：“扫描件.pdf”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。", "附件2 封面、填表须知三", true));
		}
		assertThat(this.officer.post(path("region-sealing/check"), "{}").body()).contains("没有盖章，请上传盖章后的扫描件。");
	}

	@Test
	@DisplayName("别的申报、本申报旧版的扫描件：说明属于哪一件、哪一版，应为哪一件、哪一版")
	void refusesAnotherPaperAndAnOlderRevision() {
		scanSaying("HH2024-DQ-310000-01", 1);
		assertThat(problems(List.of())).extracting(Problem::text, Problem::clause, Problem::blocks)
			.containsExactly(tuple("申报书：扫描件第1页上的二维码属于HH2024-DQ-310000-01，应为%s，请重新上传本件的盖章扫描件。".formatted(this.number),
					CLAUSE, true));

		scanSaying(this.number, 0);
		assertThat(problems(List.of())).extracting(Problem::text, Problem::blocks)
			.containsExactly(tuple("申报书：扫描件第1页上的二维码是第0版，应为第1版，请打印、盖章并扫描第1版。", true));
	}

	@Test
	@DisplayName("页数不同、识别不出二维码：核对后可以确认，才能提交；换了扫描件须重新确认")
	void asksAboutWhatItCannotRead() {
		upload(SampleFiles.pdf(1));

		List<Problem> doubts = problems(List.of());
		assertThat(doubts).extracting(Problem::text)
			.containsExactly("申报书：扫描件共1页，应打印%d页，页数不一致；缺页的请补扫后重新上传。".formatted(kept(RegionDossier.BOUND).pages()),
					"申报书：扫描件上未识别到二维码，请核对扫描件是否为%s第1版的盖章件；看不清的请以200点以上重新扫描。".formatted(this.number));
		List<String> confirmations = doubts.stream().map(Problem::confirmation).toList();
		assertThat(problems(confirmations)).isEmpty();

		upload(SampleFiles.pdf(1));
		assertThat(problems(confirmations)).hasSize(2).noneMatch(Problem::blocks);
	}

	@Test
	@DisplayName("别的单位、本单位其他层级看不到识别结果")
	void tellsNobodyElse() {
		assertThat(Stream.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.APPLICANT_A)
			.map(person -> Visitor.of(person, this.port).get(path("region-sealing/scans")).statusCode()))
			.containsOnly(404);
	}

	private List<Problem> problems(List<String> confirmations) {
		this.regions.draft(this.number, RegionDispatches.form(1), new RegionSealing("true", "", "true", "2",
				RegionSealing.ALONE, "机要交换", "ZJ20241111002", "2024-11-11", confirmations), Cast.OFFICER);
		return this.dispatches.check(this.number, Optional.empty());
	}

	private void scanSaying(String owner, int revision) {
		StoredFile scan = this.attachments.add(this.number, RegionDispatches.scanSlot(1), "扫描件.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), Cast.OFFICER.id());
		this.database.sql("insert into electronic_scan_page (file_id, page, code) values (:file, 1, :code)")
			.param("file", scan.id())
			.param("code", "https://huhang.example.cn/verify/%s/%d/abc".formatted(owner, revision))
			.update();
	}

	private void upload(byte[] content) {
		assertThat(this.officer.upload(path("files/sealedScan"), "扫描件.pdf", content).statusCode()).isEqualTo(201);
	}

	private StoredFile kept(String slot) {
		return this.attachments.kept(this.number, slot, 1).orElseThrow();
	}

	private byte[] bound() {
		return this.officer.download("/files/" + kept(RegionDossier.BOUND).id());
	}

	private String path(String rest) {
		return "/api/tasks/" + this.regions.task(this.number).getId() + "/" + rest;
	}

}
