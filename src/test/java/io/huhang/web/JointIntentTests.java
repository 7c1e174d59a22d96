package io.huhang.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.application.CaseDossier;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.RefusedException;
import io.huhang.document.Texts;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.JointIntents;
import io.huhang.organization.Person;
import io.huhang.recommendation.Recommendations;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
@DisplayName("拟联合推荐：事先设置的，此后的申报书封面印两家推荐单位（通知二（二）、附件1 封面，C14）")
class JointIntentTests {

	private static final String BOTH = "推荐单位：浙江省经济和信息化厅（加盖单位公章）浙江省通信管理局（加盖单位公章）申报日期";

	private static final String ONE = "推荐单位：浙江省经济和信息化厅（加盖单位公章）申报日期";

	private static final String ADDRESS = "/authority/joint-intent";

	private static final String PAGE = "/authority/levels";

	@LocalServerPort
	private int port;

	private final Lists lists;

	private final Attachments attachments;

	private final JointIntents intents;

	private final Recommendations recommendations;

	private final Authorities authorities;

	private final JdbcClient database;

	JointIntentTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JointIntents intents,
			Recommendations recommendations, Authorities authorities, JdbcClient database) {
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.attachments = attachments;
		this.intents = intents;
		this.recommendations = recommendations;
		this.authorities = authorities;
		this.database = database;
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.database.sql("delete from organization_joint_intent").update();
	}

	@Test
	@DisplayName("处室负责人设置后定稿的：Word和PDF的封面都有两家、两处盖章，案例页面写明；重复点击只记一次")
	void printsBothNamesFromThenOn() throws IOException {
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		assertThat(head.get(PAGE).body()).contains("拟与浙江省通信管理局联合推荐", "<dd>单独推荐</dd>", "尚未设置联合推荐");
		assertThat(head.submit(ADDRESS, "joint=true").statusCode()).isEqualTo(302);
		assertThat(head.submit(ADDRESS, "joint=true").statusCode()).isEqualTo(302);

		String number = this.lists.file();

		assertThat(head.get(PAGE).body()).contains("<dd>拟与浙江省通信管理局联合推荐</dd>", "<dd>丁样例　2024年11月11日");
		assertThat(covers(number)).allSatisfy(text -> assertThat(Texts.bare(text)).contains(BOTH));
		assertThat(Visitor.of(Cast.APPLICANT_A, this.port).get("/cases/" + number).body())
			.contains("封面所印推荐单位</dt><dd>浙江省经济和信息化厅、浙江省通信管理局");
		assertThat(this.database.sql("select count(*) from organization_joint_intent").query(Integer.class).single())
			.isEqualTo(1);
	}

	@Test
	@DisplayName("设置前定稿的：封面仍只有受理单位，改设置也不变")
	void leavesWhatWasFrozenBefore() throws IOException {
		String number = this.lists.file();

		this.intents.declare(Cast.AUTHORITY, true, Cast.HEAD.id());

		assertThat(covers(number)).allSatisfy(text -> assertThat(Texts.bare(text)).contains(ONE));
		assertThat(Visitor.of(Cast.APPLICANT_A, this.port).get("/cases/" + number).body())
			.contains("封面所印推荐单位</dt><dd>浙江省经济和信息化厅</dd>");
	}

	@Test
	@DisplayName("只影响设置的单位；收回后恢复为一家；两次都有审计记录")
	void concernsItsOwnCasesAlone() {
		int before = audited();

		this.intents.declare(Cast.AUTHORITY, true, Cast.HEAD.id());
		assertThat(this.intents.recommenders("330000-ca")).isEqualTo(List.of("浙江省通信管理局"));
		assertThat(this.intents.recommenders(Cast.AUTHORITY)).isEqualTo(List.of("浙江省经济和信息化厅", "浙江省通信管理局"));
		this.intents.declare(Cast.AUTHORITY, false, Cast.HEAD.id());

		assertThat(this.intents.recommenders(Cast.AUTHORITY)).isEqualTo(List.of("浙江省经济和信息化厅"));
		assertThat(audited()).isEqualTo(before + 2);
	}

	@Test
	@DisplayName("已设置拟联合推荐的，不能启动单独推荐，说明如何更改")
	void refusesASingleListMeanwhile() {
		this.intents.declare(Cast.AUTHORITY, true, Cast.HEAD.id());

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.recommendations.checkOpening(this.authorities.get(Cast.AUTHORITY), false))
			.withMessage("本单位已设置拟联合推荐，申报书封面印有两家推荐单位。请选择联合推荐；改为单独推荐的，请先由处室负责人在“审核层级”页面改为单独推荐。");
	}

	@Test
	@DisplayName("没有另一主管部门的地区（新疆生产建设兵团）不能设置")
	void refusesWhereThereIsNobodyToJoin() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.intents.declare("660000-iit", true, Cast.ADMINISTRATOR.id()))
			.withMessage("本地区没有可以联合推荐的另一主管部门，不能设置。");
	}

	@Test
	@DisplayName("经办人、局领导、申报单位、其他单位和部里都不能设置")
	void refusesEverybodyElse() {
		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.LEADER, Cast.FOREIGN_OFFICER,
				Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			HttpResponse<String> answer = Visitor.of(stranger, this.port)
				.submit(ADDRESS, "joint=true&authority=" + Cast.AUTHORITY);
			assertThat(answer.statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(this.intents.isJoint(Cast.AUTHORITY)).isFalse();
	}

	private List<String> covers(String number) throws IOException {
		return List.of(Texts.ofWord(document(number, CaseDossier.DOCX)), Texts.ofPdf(document(number, CaseDossier.PDF)),
				Texts.ofPdf(document(number, CaseDossier.BOUND)));
	}

	private byte[] document(String number, String slot) throws IOException {
		try (var content = this.attachments.open(this.attachments.kept(number, slot, 1).orElseThrow())) {
			return content.readAllBytes();
		}
	}

	private int audited() {
		return this.database.sql("select count(*) from audit_entry where action = 'authority.joint-intent'")
			.query(Integer.class)
			.single();
	}

}
