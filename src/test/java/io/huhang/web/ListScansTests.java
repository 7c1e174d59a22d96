package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@PageTest
@DisplayName("用印扫描件：逐件识别二维码，不是本件本版的、没有盖章的、两处同一个文件的，拒绝（附件1 封面、填表须知四）")
class ListScansTests {

	private static final String OTHER = PassedCases.number(Cast.AUTHORITY, 1);

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final PassedCases passed;

	private final CaseApplications applications;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Dispatches dispatches;

	private final JdbcClient database;

	private final ObjectMapper json;

	private String number;

	private Visitor officer;

	ListScansTests(Cases cases, ProcessEngine engine, CaseApplications applications, Drafts drafts,
			Attachments attachments, Dispatches dispatches, JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
		this.applications = applications;
		this.drafts = drafts;
		this.attachments = attachments;
		this.dispatches = dispatches;
		this.database = database;
		this.json = json;
	}

	@BeforeEach
	void approve() {
		this.passed.add(Cast.AUTHORITY, 1, 1);
		this.lists.atApproval();
		this.number = this.applications.live(Cast.APPLICANT_A.organization()).orElseThrow().number();
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(Lists.NUMBER, Cast.LEADER);
		this.lists.runJobs(Lists.NUMBER);
		this.lists.claim(this.cases.task(Lists.NUMBER), Cast.OFFICER);
		this.officer = Visitor.of(Cast.OFFICER, this.port);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("本案例的封面、本版附件3：上传后在该行说明识别结果，没有问题")
	void acceptsTheScanOfWhatWasPrinted() {
		upload("coverScan-" + this.number, SampleFiles.firstPage(bound()));
		upload("annex3Scan", SampleFiles.scanned(annex3()));

		assertThat(said("annex3Scan")).isEqualTo("扫描件共1页，识别出本版二维码。");
		assertThat(said("coverScan-" + this.number)).isEqualTo("扫描件共1页，识别出本版二维码。");
		assertThat(problems()).isEmpty();
	}

	@Test
	@DisplayName("别的案例的封面：说明属于哪一件、应为哪一件；同一个文件在本行的，另一行不受影响；提交也拒绝")
	void refusesTheCoverOfAnotherCase() {
		byte[] cover = SampleFiles.firstPage(bound());
		upload("coverScan-" + this.number, cover);
		upload("coverScan-" + OTHER, cover);

		assertThat(said("coverScan-" + this.number)).isEqualTo("扫描件共1页，识别出本版二维码。");
		assertThat(said("coverScan-" + OTHER)).isEqualTo("第%d个案例“第1个样例案例”的封面：扫描件第1页上的二维码属于%s（%s），应为%s，请重新上传本件的盖章扫描件。"
			.formatted(rank(OTHER), this.number, called(this.number), OTHER));
		assertThat(problems()).extracting(Problem::field, Problem::clause, Problem::blocks)
			.containsExactly(tuple("coverScan-" + OTHER, "附件1 封面、填表须知四", true));
		assertThat(tree(this.officer.post(path("list-sealing/check"), "{}")).findValuesAsText("text"))
			.contains(said("coverScan-" + OTHER));
	}

	@Test
	@DisplayName("附件3的扫描件放在封面处、封面放在附件3处：说明属于哪一件")
	void refusesPapersThatAreMixedUp() {
		upload("coverScan-" + this.number, SampleFiles.scanned(annex3()));
		upload("annex3Scan", SampleFiles.firstPage(bound()));

		assertThat(said("coverScan-" + this.number))
			.contains("属于%s（报送函或者附件3），应为%s".formatted(Lists.NUMBER, this.number));
		assertThat(said("annex3Scan")).isEqualTo("附件3：扫描件第1页上的二维码属于%s（%s），应为%s，请重新上传本件的盖章扫描件。".formatted(this.number,
				called(this.number), Lists.NUMBER));
	}

	@Test
	@DisplayName("两处上传同一个文件：两处都说明是同一个文件，分不出是哪一件的都要重新上传")
	void refusesOneFileForTwoPapers() {
		byte[] scan = SampleFiles.scanned(annex3());
		upload("annex3Scan", scan);
		upload("letterScan", scan);

		assertThat(said("annex3Scan")).isEqualTo("附件3：扫描件与报送函的扫描件是同一个文件，每份材料须上传各自的盖章扫描件，请核对后重新上传。");
		assertThat(said("letterScan")).isEqualTo("报送函：扫描件与附件3的扫描件是同一个文件，每份材料须上传各自的盖章扫描件，请核对后重新上传。");
		assertThat(problems()).hasSize(2).allMatch(Problem::blocks);
	}

	@Test
	@DisplayName("系统生成的打印件没有盖章：报送函、附件3、申报书都不能当扫描件")
	void refusesThePrintItself() {
		sealing(List.of());
		upload("letterScan", this.officer.download(path("list-sealing/letter.pdf")));
		upload("annex3Scan", annex3());
		upload("coverScan-" + this.number, bound());

		assertThat(problems()).extracting(Problem::text)
			.containsExactly("报送函：“扫描件.pdf”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。", "附件3：“扫描件.pdf”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。",
					called(this.number) + "：“扫描件.pdf”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。");
	}

	@Test
	@DisplayName("旧版的扫描件：说明是第几版、应为第几版")
	void refusesAnOlderVersion() {
		StoredFile scan = this.attachments.add(Lists.NUMBER, Dispatches.annex3Slot(1), "附件3.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), Cast.OFFICER.id());
		this.database.sql("insert into electronic_scan_page (file_id, page, code) values (:file, 1, :code)")
			.param("file", scan.id())
			.param("code", "https://huhang.example.cn/verify/%s/0/abc".formatted(Lists.NUMBER))
			.update();

		assertThat(said("annex3Scan")).isEqualTo("附件3：扫描件第1页上的二维码是第0版，应为第1版，请打印、盖章并扫描第1版。");
		assertThat(problems()).singleElement().extracting(Problem::blocks).isEqualTo(true);
	}

	@Test
	@DisplayName("识别不出二维码、页数不同：核对后可以确认；换了扫描件须重新确认")
	void asksAboutWhatItCannotRead() {
		upload("annex3Scan", SampleFiles.pdf(3));

		assertThat(problems()).extracting(Problem::text)
			.containsExactly("附件3：扫描件共3页，应打印1页，页数不一致；缺页的请补扫后重新上传。",
					"附件3：扫描件上未识别到二维码，请核对扫描件是否为%s第1版的盖章件；看不清的请以200点以上重新扫描。".formatted(Lists.NUMBER));
		sealing(problems().stream().map(Problem::confirmation).toList());
		assertThat(problems()).isEmpty();

		upload("annex3Scan", SampleFiles.pdf(3));
		assertThat(problems()).hasSize(2).noneMatch(Problem::blocks);
	}

	@Test
	@DisplayName("别的单位、本单位其他层级看不到识别结果")
	void tellsNobodyElse() {
		assertThat(Stream.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.APPLICANT_A)
			.map(person -> Visitor.of(person, this.port).get(path("list-sealing/scans")).statusCode()))
			.containsOnly(404);
	}

	private List<Problem> problems() {
		return this.dispatches.check(Lists.NUMBER)
			.stream()
			.filter(problem -> problem.field().matches("letterScan|annex3Scan|coverScan-.*")
					&& !problem.text().matches("(第.*：)?请上传(该案例)?盖章.*"))
			.toList();
	}

	private void sealing(List<String> confirmations) {
		this.drafts.save(Lists.NUMBER, Dispatches.form(1),
				this.drafts.find(Lists.NUMBER, Dispatches.form(1)).map(draft -> draft.version()).orElse(0),
				new ListSealing("浙经信网安〔2024〕12号", "2024-11-11", "true", "", "2", List.of(), "机要交换", "ZJ20241111001",
						"2024-11-11", confirmations),
				Cast.OFFICER.id());
	}

	private String said(String field) {
		for (JsonNode line : tree(this.officer.get(path("list-sealing/scans")))) {
			if (line.get("field").textValue().equals(field)) {
				return line.get("text").textValue();
			}
		}
		return "";
	}

	private int rank(String caseNumber) {
		for (JsonNode cover : tree(this.officer.get(path("list-sealing"))).get("covers")) {
			if (cover.get("caseNumber").textValue().equals(caseNumber)) {
				return cover.get("rank").intValue();
			}
		}
		throw new AssertionError(caseNumber);
	}

	private String called(String caseNumber) {
		return "第%d个案例“%s”的封面".formatted(rank(caseNumber), this.applications.get(caseNumber).caseName());
	}

	private void upload(String purpose, byte[] content) {
		assertThat(this.officer.upload(path("files/" + purpose), "扫描件.pdf", content).statusCode()).isEqualTo(201);
	}

	private byte[] bound() {
		return Visitor.of(Cast.APPLICANT_A, this.port)
			.download("/files/" + this.attachments.kept(this.number, CaseDossier.BOUND, 1).orElseThrow().id());
	}

	private byte[] annex3() {
		return this.officer
			.download("/files/" + this.attachments.kept(Lists.NUMBER, ListDossier.PDF, 1).orElseThrow().id());
	}

	private String path(String rest) {
		return "/api/tasks/" + this.cases.task(Lists.NUMBER).getId() + "/" + rest;
	}

	private JsonNode tree(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		try {
			return this.json.readTree(answer.body());
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError(ex);
		}
	}

}
