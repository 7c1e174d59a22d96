package io.huhang.process;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("联合推荐：两个单位一份名单，会签只对一个版本有效（通知二（二），C14）")
class JointRecommendationTests {

	private static final String NUMBER = "HH2024-TJ-330000-joint";

	private static final String PARTNER = "330000-ca";

	private static final Person OFFICER = person("joint-officer", "申样例", Role.OFFICER);

	private static final Person LEADER = person("joint-leader", "酉样例", Role.LEADER);

	@Autowired
	private Cases cases;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private RankedLists ranked;

	@Autowired
	private ListDecisions decisions;

	@Autowired
	private Authorities authorities;

	@Autowired
	private Mailbox mailbox;

	private Lists lists;

	@LocalServerPort
	private int port;

	@BeforeAll
	void open(@Autowired Accounts accounts, @Autowired Attachments attachments, @Autowired JdbcClient database) {
		this.lists = new Lists(this.cases, this.engine, this.drafts, attachments, database);
		String caseNumber = this.lists.file();
		this.lists.decide(caseNumber, Cast.OFFICER, "PASS");
		this.lists.decide(caseNumber, Cast.HEAD, "PASS");
		assertThat(refusal(() -> this.recommendations.open(this.authorities.get(Cast.AUTHORITY), true, "nobody")))
			.containsExactly("浙江省通信管理局尚无在用的经办人和签发人账号，不能在系统内会签，请先联系其开通账号，或选择单独推荐。");
		List.of(OFFICER, LEADER).forEach(person -> accounts.create(person, Cast.PASSWORD));
		this.cases.as(Cast.OFFICER, () -> this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseRecommendationProcess.KEY, Map.of("mode", "JOINT")));
	}

	@Test
	@DisplayName("会签、退回、改动后重新会签、签发；别人和旧版本都不行")
	void goesThroughTheConsentOfItsPartner() {
		Recommendation joint = this.recommendations.get(NUMBER);
		assertThat(joint.authorities()).containsExactly(Cast.AUTHORITY, PARTNER);
		assertThat(alone(Cast.AUTHORITY)).containsExactly("本单位牵头的联合推荐（%s）已经启动，请在待办中继续办理。".formatted(NUMBER));
		assertThat(alone(PARTNER)).containsExactly("本单位已参加由浙江省经济和信息化厅牵头的联合推荐（%s），排序由牵头单位办理。".formatted(NUMBER));

		rank();
		assertThat(this.mailbox.kinds(OFFICER.email())).containsExactly("joint-consent-asked");
		assertThat(seen(Cast.FOREIGN_OFFICER)).isEqualTo(404);
		assertThat(seen(OFFICER)).isEqualTo(200);
		assertThat(opinion(Cast.OFFICER).statusCode()).isEqualTo(404);
		this.lists.complete(NUMBER, OFFICER);
		assertThat(opinion(OFFICER).body()).contains("\"paper\":{\"print\"", LEADER.name());
		assertThat(opinion(LEADER).body()).contains(this.ranked.latest(NUMBER).fingerprint(), "浙江省经济和信息化厅、浙江省通信管理局");

		draft(opinion("RETURN", "请补充一个方向。", ""));
		this.lists.complete(NUMBER, LEADER);
		assertThat(this.decisions.returned(NUMBER, Step.CONSENT)).isTrue();
		String old = this.ranked.latest(NUMBER).fingerprint();

		rank();
		this.lists.complete(NUMBER, OFFICER);
		draft(opinion("PASS", "", old));
		assertThat(refusal(this::consent)).containsExactly("请勾选同意第2版名单；名单刚有改动的，请刷新页面、重新审阅后勾选。");
		draft(opinion("PASS", "", this.ranked.latest(NUMBER).fingerprint()));
		consent();
		assertThat(this.cases.task(NUMBER).getTaskDefinitionKey()).isEqualTo("approveRecommendation");

		returnBeforeApproval();
		rank();
		assertThat(this.mailbox.newest(LEADER.email())).contains("在会签后有改动", "第3版");
		assertThat(this.decisions.of(NUMBER)).filteredOn(decision -> decision.step() == Step.CONSENT)
			.extracting(ListDecisions.ListDecision::version, decision -> decision.verdict().decision())
			.containsExactly(tuple(1, Verdict.RETURN), tuple(2, Verdict.PASS));
	}

	private void rank() {
		this.lists.complete(NUMBER, Cast.OFFICER);
		this.lists.decide(NUMBER, Cast.HEAD, "PASS");
	}

	private void returnBeforeApproval() {
		this.drafts.save(NUMBER, ListApprovals.form(2, Way.ONLINE), 0, new Approval("RETURN", "请调整。", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(NUMBER, Cast.LEADER);
	}

	private static PartnerOpinion opinion(String decision, String reason, String fingerprint) {
		return new PartnerOpinion(decision, reason, fingerprint, "", "");
	}

	private void draft(PartnerOpinion opinion) {
		int version = this.ranked.latest(NUMBER).version();
		String form = PartnerReviews.form(PartnerReviews.CONSENT, version, Way.ONLINE);
		this.drafts.save(NUMBER, form, this.drafts.find(NUMBER, form).map(found -> found.version()).orElse(0), opinion,
				LEADER.id());
	}

	private void consent() {
		this.lists.complete(NUMBER, LEADER);
	}

	private List<String> alone(String authority) {
		return refusal(() -> this.recommendations.checkOpening(this.authorities.get(authority), false));
	}

	private HttpResponse<String> opinion(Person person) {
		TaskService tasks = this.engine.getTaskService();
		String task = tasks.createTaskQuery().processInstanceBusinessKey(NUMBER).singleResult().getId();
		return Visitor.of(person, this.port).open("/api/tasks/" + task + "/opinion");
	}

	private int seen(Person person) {
		return Visitor.of(person, this.port).open("/recommendations/" + NUMBER).statusCode();
	}

	private static List<String> refusal(ThrowingCallable work) {
		for (Throwable cause = catchThrowable(work); cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				return refused.problems().stream().map(Problem::text).toList();
			}
		}
		return List.of();
	}

	private static Person person(String id, String name, Role role) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, PARTNER);
	}

}
