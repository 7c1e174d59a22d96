package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseDossier;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.application.Sealing;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("盖章后提交：扫描件与打印件核对，提交后有回执（附件1 填表须知三、四）")
class SealingTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Filings filings;

	private final Revisions revisions;

	private final Mailbox mailbox;

	private final ObjectMapper json;

	private String number;

	private Visitor applicant;

	SealingTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, Filings filings,
			Revisions revisions, Mailbox mailbox, JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.drafts = drafts;
		this.attachments = attachments;
		this.filings = filings;
		this.revisions = revisions;
		this.mailbox = mailbox;
		this.json = json;
	}

	@BeforeEach
	void print() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		freeze(0);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("打印件的扫描：页数相同、二维码是本版，没有问题")
	void acceptsTheScanOfWhatWasPrinted() {
		upload("盖章扫描件.pdf", SampleFiles.scanned(bound(1)));

		assertThat(problems(Cases.sealing())).isEmpty();
		JsonNode sheet = tree(this.applicant.get(path("case-sealing")));
		assertThat(sheet.get("scannedPages").intValue()).isEqualTo(sheet.get("printedPages").intValue()).isPositive();
	}

	@Test
	@DisplayName("旧版的扫描：二维码说明是第1版，不能当第2版提交")
	void refusesTheScanOfAnOlderRevision() {
		byte[] old = bound(1);
		this.drafts.save(this.number, Filings.form(1), 0, new Sealing(Sealing.REVISE, "", "", "", "", "", List.of()),
				Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);
		freeze(1);

		upload("盖章扫描件.pdf", SampleFiles.scanned(old));

		assertThat(problems(Cases.sealing())).containsExactly("扫描件第1页上的二维码是第1版，本次提交的是第2版，请打印、盖章并扫描第2版的全部页。");
	}

	@Test
	@DisplayName("系统生成的打印件没有盖章，不能当扫描件提交")
	void refusesThePrintItself() {
		upload("合订本.pdf", bound(1));

		assertThat(problems(Cases.sealing())).containsExactly("“合订本.pdf”是系统生成的打印件，没有盖章签字，请上传盖章签字后的扫描件。");
	}

	@Test
	@DisplayName("页数与合订本不同：说明两个数，核对后可以确认；换了扫描件须重新确认")
	void asksAboutADifferentNumberOfPages() {
		int printed = this.attachments.kept(this.number, CaseDossier.BOUND, 1).orElseThrow().pages();
		upload("盖章扫描件.pdf", SampleFiles.pdf(3));

		assertThat(problems(Cases.sealing())).containsExactly(
				"扫描件共3页，应打印的合订本共%d页，页数不一致；缺页的请补扫后重新上传。".formatted(printed),
				"扫描件上未识别到二维码，请核对扫描件是否为第1版的盖章件、各页右下角的二维码是否完整清晰；看不清的请以200点以上重新扫描。");
		upload("盖章扫描件.pdf", SampleFiles.pdf(1));
		assertThat(problems(Cases.sealing())).isEmpty();
	}

	@Test
	@DisplayName("逐页的图片算页数，提交时合为一个PDF；PDF替换图片，图片替换PDF")
	void takesPicturesPageByPage() {
		upload("第1页.png", SampleFiles.picture("png"));
		upload("第2页.jpg", SampleFiles.picture("jpg"));
		assertThat(scans()).containsExactly("第1页.png", "第2页.jpg");
		upload("盖章扫描件.pdf", SampleFiles.pdf(1));
		assertThat(scans()).containsExactly("盖章扫描件.pdf");
		IntStream.of(1, 2, 3).forEach(page -> upload("第%d页.png".formatted(page), SampleFiles.picture("png")));
		assertThat(scans()).containsExactly("第1页.png", "第2页.png", "第3页.png");

		file(new Sealing(Sealing.FILE, "true", "true", "true", "true", "true", List.of("scan-pages/3", "scan-code/3")));

		StoredFile whole = this.filings.scan(this.number).orElseThrow();
		assertThat(List.of(whole.name(), whole.mediaType(), whole.pages()))
			.isEqualTo(List.of("盖章扫描件.pdf", "application/pdf", 3));
	}

	@Test
	@DisplayName("缺一个勾选也不能提交")
	void refusesAMissingTick() {
		upload("盖章扫描件.pdf", SampleFiles.scanned(bound(1)));

		assertThat(problems(new Sealing(Sealing.FILE, "true", "true", "true", "", "true", List.of())))
			.containsExactly("请确认申报材料（含附件）已加盖骑缝章。");
	}

	@Test
	@DisplayName("回执：编号、服务器时间、指纹，信里也有；提交前没有，别的单位看不到")
	void givesAReceipt() {
		String path = "/cases/" + this.number + "/receipt";
		assertThat(this.applicant.open(path).statusCode()).isEqualTo(404);
		upload("盖章扫描件.pdf", SampleFiles.scanned(bound(1)));
		file(Cases.sealing());
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/cases/" + this.number).body())
			.containsPattern("扫描件共(\\d+)页，应打印的合订本共\\1页；查看\\1页，其中\\1页识别出本版二维码。");

		String fingerprint = this.revisions.latest(this.number).orElseThrow().fingerprint();
		assertThat(this.applicant.open(path).body()).contains("典型案例申报回执", this.number, fingerprint, "甲样例")
			.containsPattern("2024年11月11日 \\d\\d:\\d\\d（服务器时间）");
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("（服务器时间）", fingerprint);
		assertThat(List.of(Cast.APPLICANT_B, Cast.FOREIGN_OFFICER))
			.allMatch(stranger -> Visitor.of(stranger, this.port).open(path).statusCode() == 404);
	}

	private void freeze(int version) {
		String evidence = this.cases.attach(this.number, Cast.APPLICANT_A);
		this.drafts.save(this.number, Revisions.FORM, version, CaseForms.aCase().provenBy(evidence).form(),
				Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);
		this.lists.runJobs(this.number);
	}

	private byte[] bound(int revision) {
		return this.applicant
			.download("/files/" + this.attachments.kept(this.number, CaseDossier.BOUND, revision).orElseThrow().id());
	}

	private void upload(String name, byte[] content) {
		assertThat(this.applicant.upload(path("files/scan"), name, content).statusCode()).isEqualTo(201);
	}

	private List<String> scans() {
		return this.attachments.of(this.number, Filings.scanSlot(1)).stream().map(StoredFile::name).toList();
	}

	private List<String> problems(Sealing sealing) {
		int revision = this.revisions.newest(this.number);
		int version = this.drafts.find(this.number, Filings.form(revision)).map(draft -> draft.version()).orElse(0);
		this.drafts.save(this.number, Filings.form(revision), version, sealing, Cast.APPLICANT_A.id());
		return tree(this.applicant.post(path("case-sealing/check"), "{}")).findValuesAsText("text");
	}

	private void file(Sealing sealing) {
		assertThat(problems(sealing)).isEmpty();
		this.lists.complete(this.number, Cast.APPLICANT_A);
		this.lists.runJobs(this.number);
	}

	private String path(String rest) {
		return "/api/tasks/" + this.cases.task(this.number).getId() + "/" + rest;
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
