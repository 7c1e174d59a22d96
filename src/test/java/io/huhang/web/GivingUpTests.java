package io.huhang.web;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.process.Progress;
import io.huhang.recommendation.JointActs;
import io.huhang.recommendation.Recommendations;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
@DisplayName("终止联合推荐：牵头单位写明理由，告知对方，两个单位可以另行推荐（通知二（二））")
class GivingUpTests {

	private static final Person PARTNER_OFFICER = partner("up-officer", Role.OFFICER);

	private static final Person PARTNER_LEADER = partner("up-leader", Role.LEADER);

	private static final Map<String, String> COMPLETE = Map.of("reason", "双方商定分别推荐。", "confirmed", "true");

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final Recommendations recommendations;

	private final JointActs acts;

	private final Authorities authorities;

	private final Progress progress;

	private final Mailbox mailbox;

	private final JdbcClient database;

	GivingUpTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			Recommendations recommendations, JointActs acts, Authorities authorities, Progress progress,
			Mailbox mailbox, Accounts accounts, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.recommendations = recommendations;
		this.acts = acts;
		this.authorities = authorities;
		this.progress = progress;
		this.mailbox = mailbox;
		this.database = database;
		if (engine.getIdentityService().createUserQuery().userId(PARTNER_OFFICER.id()).count() == 0) {
			List.of(PARTNER_OFFICER, PARTNER_LEADER).forEach(person -> accounts.create(person, Cast.PASSWORD));
			new PassedCases(database, drafts).add(Cast.AUTHORITY, 1, 1);
		}
	}

	@Test
	@DisplayName("定稿前经办人即可终止，定稿后须由处室负责人；对方和其他人不能；终止后可以重新联合或者单独推荐")
	void givesTheActUpAndLetsBothBeginAnew() {
		String first = start();
		assertThat(page(Cast.OFFICER, first).body()).contains("终止联合推荐", "浙江省通信管理局将收到邮件").doesNotContain("须由处室负责人办理");
		for (Person other : List.of(PARTNER_OFFICER, PARTNER_LEADER, Cast.LEADER, Cast.FOREIGN_OFFICER,
				Cast.APPLICANT_A, Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(page(other, first).statusCode()).as(other.id()).isEqualTo(404);
			assertThat(giveUp(other, first, COMPLETE).statusCode()).as(other.id()).isEqualTo(404);
		}
		HttpResponse<String> wrong = giveUp(Cast.OFFICER, first, Map.of("reason", "不办"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("“终止理由”请填写5至500个字，现2个字", "请确认终止：终止后本编号不再办理");

		assertThat(this.recommendations.together(Cast.AUTHORITY, "330000-ca")).isTrue();

		assertThat(giveUp(Cast.OFFICER, first, COMPLETE).statusCode()).isEqualTo(302);

		// The partner no longer reads the cases that both could rank.
		assertThat(this.recommendations.together(Cast.AUTHORITY, "330000-ca")).isFalse();
		assertThat(this.progress.of(first)).isEqualTo("联合推荐已终止");
		assertThat(this.mailbox.newest(PARTNER_LEADER.email())).contains("已由牵头单位丙样例终止", "双方商定分别推荐。");
		assertThat(Visitor.of(PARTNER_OFFICER, this.port).open("/recommendations/" + first).body())
			.contains("牵头单位已终止本次联合推荐", "双方商定分别推荐。", "终止联合推荐：已终止", Cast.OFFICER.name());
		assertThat(giveUp(Cast.OFFICER, first, COMPLETE).body()).contains("已报送、已逾期或者已终止，不能再终止");
		this.recommendations.checkOpening(this.authorities.get(Cast.AUTHORITY), false);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.recommendations.checkOpening(this.authorities.get("330000-ca"), false))
			.withMessage("目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。");

		String second = start();
		assertThat(second).startsWith("HH2024-TJ-330000-joint-").isNotEqualTo(first);
		this.lists.complete(second, Cast.OFFICER);
		assertThat(giveUp(Cast.OFFICER, second, COMPLETE).body()).contains("须由本单位处室负责人办理")
			.doesNotContain("<form method");
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/recommendations/" + second).body())
			.doesNotContain("giving-up");
		assertThat(Visitor.of(Cast.HEAD, this.port).open("/recommendations/" + second).body()).contains("giving-up");
		assertThat(giveUp(Cast.HEAD, second, COMPLETE).statusCode()).isEqualTo(302);
		assertThat(this.progress.of(second)).isEqualTo("联合推荐已终止");
	}

	@Test
	@DisplayName("已寄送的联合推荐不能终止")
	void keepsWhatHasLeft() {
		String number = start();
		this.lists.complete(number, Cast.OFFICER);
		this.database
			.sql("insert into recommendation_dispatch (recommendation_number, version, content, dispatched_at,"
					+ " dispatched_by) values (:number, 1, '{}', :now, 'test')")
			.param("number", number)
			.param("now", Cast.MONDAY.atOffset(ZoneOffset.UTC))
			.update();

		assertThat(giveUp(Cast.HEAD, number, COMPLETE).body()).contains("已报送、已逾期或者已终止，不能再终止");
		assertThat(this.acts.isOpen(this.recommendations.get(number))).isFalse();

		this.database.sql("delete from recommendation_dispatch where recommendation_number = :number")
			.param("number", number)
			.update();
		assertThat(giveUp(Cast.HEAD, number, COMPLETE).statusCode()).isEqualTo(302);
	}

	private String start() {
		this.cases.as(Cast.OFFICER, () -> this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseRecommendationProcess.KEY, Map.of("mode", "JOINT")));
		return this.engine.getTaskService()
			.createTaskQuery()
			.taskDefinitionKey("rankCases")
			.list()
			.stream()
			.map(task -> this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceId(task.getProcessInstanceId())
				.singleResult()
				.getBusinessKey())
			.findFirst()
			.orElseThrow();
	}

	private HttpResponse<String> page(Person person, String number) {
		return Visitor.of(person, this.port).open("/recommendations/" + number + "/giving-up");
	}

	private HttpResponse<String> giveUp(Person person, String number, Map<String, String> fields) {
		return Visitor.of(person, this.port).submit("/recommendations/" + number + "/giving-up", fields);
	}

	private static Person partner(String id, Role role) {
		return new Person(id, "酉样例", id + "@example.cn", "13900000000", role, "330000-ca");
	}

}
