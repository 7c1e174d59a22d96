package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.document.NoticeText;
import io.huhang.document.Texts;
import io.huhang.process.RegionApplicationProcess;
import io.huhang.region.ListKind;
import io.huhang.region.NameList;
import io.huhang.region.NameListSheet;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionCall;
import io.huhang.region.RegionDossier;
import io.huhang.region.RegionEnding;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionRevision;
import io.huhang.region.RegionRevisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
@DisplayName("填报成效突出地区申报书：草稿、附名单、证明材料、检查、定稿（附件2）")
class RegionFormApiTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDossier dossier;

	private final RegionCall call;

	private final Campaign campaign;

	private final ProcessEngine engine;

	private final ObjectMapper json;

	private String number;

	private String taskId;

	private Visitor officer;

	RegionFormApiTests(Cases cases, RegionApplications applications, RegionRevisions revisions, RegionDossier dossier,
			RegionCall call, Campaign campaign, ProcessEngine engine, ObjectMapper json) {
		this.cases = cases;
		this.applications = applications;
		this.revisions = revisions;
		this.dossier = dossier;
		this.call = call;
		this.campaign = campaign;
		this.engine = engine;
		this.json = json;
	}

	@BeforeEach
	void begin() {
		this.cases.as(Cast.OFFICER, () -> this.engine.getRuntimeService()
			.startProcessInstanceByKey(RegionApplicationProcess.KEY,
					Map.of("direction", "SAFETY", "mode", "SINGLE", "privacyVersion", this.campaign.privacyVersion())));
		this.number = this.applications.of(Cast.AUTHORITY)
			.stream()
			.filter(RegionApplication::live)
			.findFirst()
			.orElseThrow()
			.number();
		this.taskId = this.cases.task(this.number).getId();
		this.engine.getTaskService().claim(this.taskId, Cast.OFFICER.id());
		this.officer = Visitor.of(Cast.OFFICER, this.port);
	}

	@AfterEach
	void end() {
		this.cases.endAll();
		this.applications.close(this.number, RegionEnding.WITHDRAWN, "", Cast.OFFICER.id());
	}

	@Test
	@DisplayName("打开时各栏按附件的顺序列出，方向和单位名称已填；保存后再打开一字不差，旧窗口不能覆盖")
	void readsBackWhatWasSaved() {
		JsonNode sheet = tree(this.officer.get(path("")));
		assertThat(sheet.at("/direction").textValue()).isEqualTo("SAFETY");
		assertThat(sheet.at("/unitNames/0").textValue()).isEqualTo("浙江省经济和信息化厅");
		assertThat(sheet.at("/areas")).hasSize(2);

		assertThat(save(0, RegionForms.aRegion("SAFETY")).statusCode()).isEqualTo(200);

		JsonNode saved = tree(this.officer.get(path("")));
		assertThat(saved.at("/version").intValue()).isEqualTo(1);
		assertThat(saved.at("/form/head-0").textValue()).isEqualTo("李样例");
		assertThat(saved.at("/form/number-level3").textValue()).isEqualTo("3");
		assertThat(saved.at("/form/section-services").isMissingNode()).isTrue();
		assertThat(save(0, RegionForms.aRegion("SAFETY").with("head-0", "旧窗口")).statusCode()).isEqualTo(409);
	}

	@Test
	@DisplayName("检查列出全部问题，各在其栏")
	void answersProblemsAtTheirFields() {
		save(0, RegionForms.aRegion("SAFETY").number("hazardsMended", "4").number("flaws", "-1"));

		JsonNode problems = tree(this.officer.post(path("/check"), "{}"));

		assertThat(problems.findValuesAsText("field")).containsExactly("list-level3", "list-vehicleFiled",
				"number-hazardsMended", "number-flaws", "measures");
	}

	@Test
	@DisplayName("附名单：下载模板、填写、导入预览不改动原有名单；错误指明单元格；采用后按版本保存")
	void importsAList() {
		ListKind kind = this.call.lists().get(0);
		NameList three = RegionForms.list(kind, 3);
		byte[] template = this.officer.download(path("/lists/level3/template"));
		assertThat(upload("/lists/level3/preview", template).body()).contains("工作表中没有内容");

		JsonNode good = tree(upload("/lists/level3/preview", NameListSheet.write(kind, three)));
		JsonNode bad = tree(upload("/lists/level3/preview",
				NameListSheet.write(kind, new NameList(List.of(List.of("甲", "91330100799655058C", ""))))));

		assertThat(good.at("/count").intValue()).isZero();
		assertThat(good.at("/rows")).hasSize(3);
		assertThat(bad.at("/problems/0/cell").textValue()).isEqualTo("B2");
		assertThat(tree(this.officer.get(path("/lists/level3"))).at("/rows")).isEmpty();
		assertThat(saveList("level3", 0, three).statusCode()).isEqualTo(200);
		assertThat(saveList("level3", 0, RegionForms.list(kind, 1)).statusCode()).isEqualTo(409);
		assertThat(tree(this.officer.get(path("/lists/level3"))).at("/rows")).hasSize(3);
	}

	@Test
	@DisplayName("未申报方向的名单、不存在的名单：404")
	void knowsNoOtherLists() {
		assertThat(this.officer.get(path("/lists/platforms")).statusCode()).isEqualTo(404);
		assertThat(this.officer.get(path("/lists/nothing")).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("别人的任务：一律如同不存在")
	void hidesItFromOthers() {
		for (Visitor other : List.of(Visitor.of(Cast.FOREIGN_OFFICER, this.port), Visitor.of(Cast.LEADER, this.port),
				Visitor.of(Cast.APPLICANT_A, this.port), Visitor.of(Cast.COORDINATOR, this.port))) {
			assertThat(other.get(path("")).statusCode()).isEqualTo(404);
			assertThat(other.send("PUT", path("/draft"), "{\"version\":0,\"form\":{}}").statusCode()).isEqualTo(404);
			assertThat(other.post(path("/check"), "{}").statusCode()).isEqualTo(404);
			assertThat(other.get(path("/lists/level3")).statusCode()).isEqualTo(404);
			assertThat(other.get(path("/lists/level3/template")).statusCode()).isEqualTo(404);
			assertThat(other.send("PUT", path("/lists/level3"), "{\"version\":0,\"rows\":[]}").statusCode())
				.isEqualTo(404);
			assertThat(other.get(path("/preview")).statusCode()).isEqualTo(404);
			assertThat(other.get(path("/summary")).statusCode()).isEqualTo(404);
		}
	}

	@Test
	@DisplayName("通读页面与附件2逐行一致；草稿可以预览")
	void readsLikeThePaper() {
		save(0, RegionForms.aRegion("SAFETY"));

		String page = this.officer.get(path("/summary")).body().replaceAll("<[^>]*>", "").replace("&ldquo;", "“");

		assertThat(Texts.bare(page)).contains("1.三级工业互联网企业3家（请附名单）", "（四）工作举措和创新做法");
		assertThat(NoticeText.of("annex2.txt", "")).hasSizeGreaterThan(80);
		assertThat(this.officer.get(path("/preview")).headers().firstValue("Content-Type").orElseThrow())
			.startsWith("application/pdf");
	}

	@Test
	@DisplayName("定稿再次检查；草稿、附名单、材料一并定稿，文书由定稿生成，再次生成不重复")
	void freezesWhatWasFilledIn() {
		save(0, RegionForms.aRegion("SAFETY"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.revisions.freeze(this.number, Cast.OFFICER.id()))
			.satisfies(ex -> assertThat(ex.problems()).hasSize(3));
		this.call.lists().stream().limit(2).forEach(kind -> saveList(kind.key(), 0, RegionForms.list(kind, 3)));
		assertThat(this.officer.upload("/api/tasks/" + this.taskId + "/files/measures", "措施.pdf", SampleFiles.pdf(2))
			.statusCode()).isEqualTo(201);
		assertThat(this.officer.upload("/api/tasks/" + this.taskId + "/files/evidence", "其他.pdf", SampleFiles.pdf(1))
			.statusCode()).isEqualTo(201);
		assertThat(this.officer.post(path("/check"), "{}").body()).isEqualTo("[]");

		RegionRevision frozen = this.revisions.freeze(this.number, Cast.OFFICER.id());
		this.dossier.generate(this.number);
		List<StoredFile> documents = this.dossier.of(this.number, 1);
		this.dossier.generate(this.number);

		assertThat(this.revisions.latest(this.number)).contains(frozen);
		assertThat(frozen.revision()).isEqualTo(1);
		assertThat(frozen.proof()).extracting(StoredFile::name).containsExactly("措施.pdf");
		assertThat(frozen.evidence()).extracting(StoredFile::name).containsExactly("其他.pdf");
		assertThat(documents).extracting(StoredFile::slot)
			.containsExactly(RegionDossier.BOUND, RegionDossier.PDF, RegionDossier.DOCX);
		assertThat(documents.get(0).pages()).isEqualTo(documents.get(1).pages() + 3);
		assertThat(this.dossier.of(this.number, 1)).isEqualTo(documents);
		assertThat(this.revisions.freeze(this.number, Cast.OFFICER.id()).fingerprint())
			.isNotEqualTo(frozen.fingerprint());
	}

	private HttpResponse<String> save(int version, RegionForms form) {
		return this.officer.send("PUT", path("/draft"), write(Map.of("version", version, "form", form.form())));
	}

	private HttpResponse<String> saveList(String list, int version, NameList rows) {
		return this.officer.send("PUT", path("/lists/" + list), write(Map.of("version", version, "rows", rows.rows())));
	}

	private HttpResponse<String> upload(String rest, byte[] content) {
		return this.officer.upload(path(rest), "名单.xlsx", content);
	}

	private String path(String rest) {
		return "/api/tasks/" + this.taskId + "/region-form" + rest;
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode tree(HttpResponse<String> answer) {
		try {
			return this.json.readTree(answer.body());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(answer.body(), ex);
		}
	}

}
