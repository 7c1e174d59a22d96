package io.huhang.recommendation;

import io.huhang.attachment.PackageItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.document.Texts;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("报送函：填写时可预览，寄出后定稿，进入报送包（通知二（三））")
class CoveringLetterTests {

	private static final String NUMBER = "浙经信网安〔2024〕12号";

	private static final String TODAY = "2024-11-11";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final CaseApplications applications;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Packages packages;

	private final Dispatches dispatches;

	private final ObjectMapper json;

	private String caseNumber;

	private String path;

	private Visitor officer;

	CoveringLetterTests(Cases cases, ProcessEngine engine, CaseApplications applications, Drafts drafts,
			Attachments attachments, Packages packages, Dispatches dispatches, JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.applications = applications;
		this.drafts = drafts;
		this.attachments = attachments;
		this.packages = packages;
		this.dispatches = dispatches;
		this.json = json;
	}

	@BeforeEach
	void approve() {
		this.lists.atApproval();
		this.caseNumber = this.applications.live(Cast.APPLICANT_A.organization()).orElseThrow().number();
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(Lists.NUMBER, Cast.LEADER);
		this.lists.runJobs(Lists.NUMBER);
		this.lists.claim(this.cases.task(Lists.NUMBER), Cast.OFFICER);
		this.path = "/api/tasks/%s/list-sealing".formatted(this.cases.task(Lists.NUMBER).getId());
		this.officer = Visitor.of(Cast.OFFICER, this.port);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("尚未填写、填得不对的：预览是草稿，文号日期留空，检查时逐项说明")
	void previewsADraft() throws IOException {
		assertThat(Texts.ofPdf(letter("pdf"))).contains("草稿", "贵局");
		assertThat(Texts.bare(Texts.ofWord(letter("docx")))).contains("草稿", "浙江省经济和信息化厅年月日（联系人：丙样例，电话：13900000000）");

		draft(0, "浙经信网安[2024]12号", "2024-11-12");

		assertThat(Texts.ofPdf(letter("pdf"))).contains("草稿", "浙经信网安[2024]12号");
		assertThat(problems()).startsWith("文号“浙经信网安[2024]12号”应改为“浙经信网安〔2024〕12号”：年份用六角括号“〔〕”括入，顺序号不加“第”字、不编虚位、后加“号”字。",
				"报送函成文日期不能晚于今天。", "请上传盖章后的报送函扫描件。");
	}

	@Test
	@DisplayName("填对后下载的，与寄出后留存、进入报送包的，逐字节相同；页面列出")
	void keepsTheLetterAsItWasDownloaded() throws IOException {
		draft(0, NUMBER, TODAY);
		byte[] pdf = letter("pdf");
		byte[] docx = letter("docx");
		assertThat(Texts.ofPdf(pdf)).doesNotContain("草稿").contains(NUMBER, "内容指纹");
		assertThat(Texts.bare(Texts.ofPdf(pdf))).contains("（1）" + this.caseNumber, "单独推荐典型案例1个");
		assertThat(problems()).startsWith("请上传盖章后的报送函扫描件。");

		dispatch();

		assertThat(kept(CoveringLetters.PDF)).isEqualTo(pdf);
		assertThat(kept(CoveringLetters.DOCX)).isEqualTo(docx);
		assertThat(this.packages.contents(Lists.NUMBER).stream().map(PackageItem::path).limit(4)).containsExactly(
				"00_报送函/报送函.docx", "00_报送函/报送函.pdf", "00_报送函/盖章扫描件.pdf", "00_附件3_典型案例推荐汇总表/附件3 典型案例推荐汇总表.docx");
		assertThat(this.officer.open("/recommendations/" + Lists.NUMBER).body()).contains("浙经信网安〔2024〕12号　2024年11月11日",
				"报送函.pdf", "报送函盖章扫描件：报送函盖章.pdf");
	}

	@Test
	@DisplayName("不编文号的填“无”：不是草稿，不印“无”字")
	void acceptsALetterWithoutNumber() throws IOException {
		draft(0, "无", TODAY);

		assertThat(Texts.bare(Texts.ofPdf(letter("pdf")))).doesNotContain("草稿").startsWith("浙江省经济和信息化厅浙江省经济和信息化厅关于报送");
	}

	@Test
	@DisplayName("别的单位、本单位其他层级看不到正在填写的报送函")
	void showsItToNobodyElse() {
		for (var stranger : List.of(Cast.HEAD, Cast.APPLICANT_A, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER)) {
			assertThat(Visitor.of(stranger, this.port).open(this.path + "/letter.pdf").statusCode()).as(stranger.id())
				.isEqualTo(404);
		}
	}

	private byte[] letter(String format) {
		return this.officer.download(this.path + "/letter." + format);
	}

	private void draft(int version, String number, String date) {
		draft(version, number, date, List.of());
	}

	private void draft(int version, String number, String date, List<String> confirmations) {
		this.drafts.save(Lists.NUMBER, Dispatches.form(1), version,
				new ListSealing(number, date, "true", "", "2",
						List.of(new ListSealing.Cover(this.caseNumber, "true", "", "2")), "机要交换", "ZJ20241111001",
						TODAY, confirmations),
				Cast.OFFICER.id());
	}

	private void dispatch() throws IOException {
		add(Dispatches.letterSlot(1), "报送函盖章.pdf", 1);
		add(Dispatches.annex3Slot(1), "附件3盖章.pdf", 2);
		add(Dispatches.coverSlot(this.caseNumber, 1), "封面.pdf", 3);
		// Blank pages carry no code: somebody has looked at them.
		draft(1, NUMBER, TODAY, this.dispatches.check(Lists.NUMBER).stream().map(Problem::confirmation).toList());
		assertThat(problems()).isEmpty();
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		this.lists.runJobs(Lists.NUMBER);
	}

	private void add(String slot, String name, int pages) {
		this.attachments.add(Lists.NUMBER, slot, name, new ByteArrayInputStream(SampleFiles.pdf(pages)),
				Cast.OFFICER.id());
	}

	private byte[] kept(String slot) throws IOException {
		try (var content = this.attachments.open(this.attachments.kept(Lists.NUMBER, slot, 1).orElseThrow())) {
			return content.readAllBytes();
		}
	}

	private List<String> problems() throws IOException {
		return this.json.readTree(this.officer.post(this.path + "/check", "{}").body()).findValuesAsText("text");
	}

}
