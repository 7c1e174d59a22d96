package io.huhang.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.approval.Verdict;
import io.huhang.organization.Person;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.Reviews;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("批量复核：一次同意多个案例，逐件办结，逐件说明结果（通知二（二））")
class BatchReviewTests {

	private static final String GONE = "该待办已办结、已转办或已由他人领取，本次未办理，请刷新页面后核对。";

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final Cases cases;

	private final Reviews reviews;

	private final ProcessEngine engine;

	private final JdbcClient database;

	private Journey first;

	private Journey second;

	BatchReviewTests(ApplicationContext product, Cases cases, Reviews reviews, ProcessEngine engine,
			JdbcClient database) {
		this.product = product;
		this.cases = cases;
		this.reviews = reviews;
		this.engine = engine;
		this.database = database;
	}

	@BeforeEach
	void bringToReview() {
		this.first = atReview(Cast.APPLICANT_A);
		this.second = atReview(Cast.APPLICANT_B);
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("勾选两个，一次同意；再发一次，回答相同，不再办一次")
	void agreesToSeveralCasesOnce() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		String page = head.open("/cases?state=" + encode("复核") + "&pick=all").body();
		assertThat(page).contains(pick(this.first), pick(this.second), "同意所选案例", "checked=\"checked\"");
		String fields = fields(pick(this.first), pick(this.second));

		for (int time = 0; time < 2; time++) {
			HttpResponse<String> answer = head.submit("/cases/reviews", fields);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("批量复核：已同意 2 个。", outcome(this.first, "已同意，进入推荐排序。"),
					outcome(this.second, "已同意，进入推荐排序。"));
		}

		for (Journey journey : new Journey[] { this.first, this.second }) {
			assertThat(journey.task("reviewCase")).isNull();
			assertThat(this.reviews.of(journey.caseNumber()).stream().filter(one -> one.step() == Step.REVIEW))
				.singleElement()
				.satisfies(one -> assertThat(one.decidedBy()).isEqualTo(Cast.HEAD.id()));
		}
	}

	@Test
	@DisplayName("一个被拒绝（本人审核过），另一个照办；原因写在该案例后面")
	void goesOnBesideARefusedOne() {
		this.database
			.sql("update recommendation_review set decided_by = :user where case_number = :number and step = 'CHECK'")
			.param("user", Cast.HEAD.id())
			.param("number", this.first.caseNumber())
			.update();

		String answer = post(Cast.HEAD, pick(this.first), pick(this.second)).body();

		assertThat(answer).contains("批量复核：已同意 1 个，未办理 1 个，原因见下。",
				outcome(this.first, "本案例第1版由您审核，须由其他人复核。请退领任务，由本单位同级人员领取，或者在案例页面转办。"),
				outcome(this.second, "已同意，进入推荐排序。"));
		Task left = this.first.task("reviewCase");
		assertThat(left.getAssignee()).isNull();
		assertThat(this.reviews.latestIs(this.first.caseNumber(), Step.CHECK, Verdict.PASS)).isTrue();
	}

	@Test
	@DisplayName("别人领取的、已退回重来的、编号与任务不符的：不办，说明原因")
	void refusesWhatIsNotOpenToThisHead() {
		String stale = pick(this.first);
		this.engine.getTaskService().setAssignee(this.first.task("reviewCase").getId(), "somebody");
		assertThat(post(Cast.HEAD, stale).body()).contains(outcome(this.first, GONE));
		String crossed = this.first.caseNumber() + "/" + this.second.task("reviewCase").getId();
		assertThat(post(Cast.HEAD, crossed).body()).contains(outcome(this.first, GONE));
		assertThat(post(Cast.HEAD, this.first.caseNumber()).body()).contains(outcome(this.first, GONE));

		assertThat(this.first.task("reviewCase")).isNotNull();
		assertThat(this.second.task("reviewCase")).isNotNull();
	}

	@Test
	@DisplayName("没有勾选：提示；局领导（未合并层级）不能代办；经办人、其他单位没有这个地址")
	void refusesEverybodyElse() {
		HttpResponse<String> nothing = post(Cast.HEAD);
		assertThat(nothing.statusCode()).isEqualTo(422);
		assertThat(nothing.body()).contains("请先在表中勾选要同意的案例");
		assertThat(post(Cast.LEADER, pick(this.first)).body()).contains(outcome(this.first, GONE));
		assertThat(Visitor.of(Cast.LEADER, this.port).open("/cases").body()).doesNotContain("同意所选案例");
		for (Person stranger : new Person[] { Cast.OFFICER, Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.MIIT_HEAD }) {
			assertThat(post(stranger, pick(this.first)).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(post(Cast.HEAD, "HH2024-AL-330000-9999/x").statusCode()).isEqualTo(404);
		assertThat(this.first.task("reviewCase").getAssignee()).isNull();
	}

	private Journey atReview(Person applicant) {
		Journey journey = Journey.begin(this.product, new Party(applicant, Cast.OFFICER, Cast.HEAD, Cast.LEADER),
				CaseForms.aCase().with("caseName", name(applicant)).with("contactPhone", "0571-87654321"));
		while (journey.task("reviewCase") == null) {
			journey.takeNext();
		}
		return journey;
	}

	private HttpResponse<String> post(Person person, String... picks) {
		Visitor visitor = Visitor.of(person, this.port);
		visitor.open("/");
		return (picks.length == 0) ? visitor.submit("/cases/reviews", Map.of())
				: visitor.submit("/cases/reviews", fields(picks));
	}

	private static String fields(String... picks) {
		return Arrays.stream(picks).map(pick -> "pick=" + encode(pick)).collect(Collectors.joining("&"));
	}

	private static String pick(Journey journey) {
		return journey.caseNumber() + "/" + journey.task("reviewCase").getId();
	}

	private String outcome(Journey journey, String text) {
		return "href=\"/cases/%s\">%s</a> <span>%s：%s</span>".formatted(journey.caseNumber(), journey.caseNumber(),
				name((journey == this.first) ? Cast.APPLICANT_A : Cast.APPLICANT_B), text);
	}

	private static String name(Person applicant) {
		return "分类分级实践" + applicant.organization();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
