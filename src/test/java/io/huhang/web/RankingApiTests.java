package io.huhang.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.Opinion;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.RankingDrafts;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("案例排序的办理接口：意见、顺序，以及排序期间来去的案例（通知二（二））")
class RankingApiTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final RankedLists frozen;

	private final ObjectMapper json;

	private final Lists lists;

	private final PassedCases passed;

	private String taskId;

	RankingApiTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, RankedLists frozen,
			JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.frozen = frozen;
		this.json = json;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
	}

	@BeforeEach
	void openTheDesk() {
		this.passed.add(Cast.AUTHORITY, 1, 3);
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		this.taskId = this.cases.task(Lists.NUMBER).getId();
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("首次打开：所有审核通过的案例都拟推荐，尚无人保存")
	void proposesEveryPassedCase() {
		JsonNode sheet = sheet();

		assertThat(sheet.get("version").intValue()).isZero();
		assertThat(opinions(sheet)).isEqualTo(List.of("8001 RECOMMEND", "8002 RECOMMEND", "8003 RECOMMEND"));
		assertThat(sheet.at("/cases/0/caseName").textValue()).isEqualTo("第1个样例案例");
		assertThat(sheet.get("gone")).isEmpty();
	}

	@Test
	@DisplayName("保存后再打开：意见、顺序、理由不变，写明谁在何时保存")
	void readsBackWhatWasSaved() {
		JsonNode saved = tree(save(0, recommend(3), new Entry(number(1), Opinion.RESERVE, "候补。"), decline(2)));

		JsonNode sheet = sheet();
		assertThat(saved.get("version").intValue()).isEqualTo(1);
		assertThat(saved.get("savedAt").textValue()).startsWith("2024年11月11日");
		assertThat(opinions(sheet)).isEqualTo(List.of("8003 RECOMMEND", "8001 RESERVE", "8002 DECLINE"));
		assertThat(sheet.at("/ranking/entries/1/reason").textValue()).isEqualTo("候补。");
		assertThat(sheet.get("savedBy").textValue()).isEqualTo("本人");
		assertThat(sheet.get("savedAt")).isEqualTo(saved.get("savedAt"));
	}

	@Test
	@DisplayName("排序期间新审核通过的案例：保存时告知，再打开时待定，不选意见不能提交")
	void marksACaseThatWasReviewedMeanwhile() {
		save(0, recommend(2), recommend(1), recommend(3));
		this.passed.add(Cast.AUTHORITY, 4, 1);

		JsonNode saved = tree(save(1, recommend(1), recommend(2), recommend(3)));

		assertThat(saved.at("/fresh/0/number").textValue()).isEqualTo(number(4));
		assertThat(opinions(sheet()))
			.isEqualTo(List.of("8001 RECOMMEND", "8002 RECOMMEND", "8003 RECOMMEND", "8004 OPEN"));
		assertThat(refusal()).containsExactly(new Problem("opinion-" + number(4), "待定的案例“第4个样例案例”：请选择推荐意见。", "通知二（二）"));
	}

	@Test
	@DisplayName("排序期间撤回的案例：保存时告知，移出名单不留空位，提交前须再核对一次")
	void dropsACaseThatWasWithdrawnMeanwhile() {
		save(0, recommend(1), recommend(2), recommend(3));
		this.passed.end(number(2));

		assertThat(refusal())
			.containsExactly(new Problem("entries", "“第2个样例案例”已撤回或者办结，已移出名单，其后的案例依次前移。请核对顺序后重新提交。", "通知二（二）"));
		JsonNode saved = tree(save(1, recommend(1), recommend(2), recommend(3)));
		assertThat(saved.at("/gone/0/number").textValue()).isEqualTo(number(2));
		JsonNode sheet = sheet();
		assertThat(opinions(sheet)).isEqualTo(List.of("8001 RECOMMEND", "8003 RECOMMEND"));
		assertThat(sheet.at("/gone/0/caseName").textValue()).isEqualTo("第2个样例案例");
		save(2, recommend(1), recommend(3));
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		assertThat(this.frozen.latest(Lists.NUMBER).ranking().recommended()).containsExactly(number(1), number(3));
	}

	@Test
	@DisplayName("定稿：推荐的连续排序在前，备选、不推荐随后")
	void freezesTheThreeGroups() {
		save(0, decline(2), recommend(3), new Entry(number(1), Opinion.RESERVE, "候补。"));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.frozen.latest(Lists.NUMBER).ranking()).isEqualTo(
				new Ranking(List.of(recommend(3), new Entry(number(1), Opinion.RESERVE, "候补。"), decline(2)), ""));
	}

	static Stream<List<String>> forged() {
		String own = PassedCases.number(Cast.AUTHORITY, 1);
		return Stream.of(List.of(own, own), List.of(own, PassedCases.number("310000-iit", 1)),
				List.of(own, PassedCases.number(Cast.AUTHORITY, 9)), List.of(own, "HH2024-AL-330000-9999"),
				List.of(own, ""));
	}

	@ParameterizedTest
	@MethodSource("forged")
	@DisplayName("重复的、别的单位的、尚未审核的、没有的案例：拒绝，草稿不动")
	void refusesAForgedList(List<String> forged) {
		this.passed.add("310000-iit", 1, 1);
		this.passed.open(Cast.AUTHORITY, 9);
		save(0, recommend(1), recommend(2), recommend(3));
		String before = draft();

		HttpResponse<String> answer = save(1,
				forged.stream().map(number -> new Entry(number, Opinion.RECOMMEND, "")).toArray(Entry[]::new));

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(tree(answer).at("/problems/0/text").textValue()).matches("(同一案例|名单中有不属于本单位).+未保存。请刷新页面后重新排序。");
		assertThat(draft()).isEqualTo(before);
	}

	@Test
	@DisplayName("已办结的别的单位的案例也不能夹带")
	void refusesAForeignCaseThatHasEnded() {
		this.passed.end(this.passed.add("310000-iit", 1, 1).get(0));

		assertThat(save(0, new Entry(PassedCases.number("310000-iit", 1), Opinion.RECOMMEND, "")).statusCode())
			.isEqualTo(422);
	}

	@ParameterizedTest
	@MethodSource("notARanking")
	@DisplayName("夹带序号、没有的意见：拒绝，序号只由先后决定")
	void refusesWhatTheFormDoesNotHave(String entry) {
		HttpResponse<String> answer = Visitor.of(Cast.OFFICER, this.port)
			.send("PUT", path("/ranking/draft"), "{\"version\":0,\"ranking\":{\"entries\":[%s]}}".formatted(entry));

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(this.drafts.find(Lists.NUMBER, RankingDrafts.FORM)).isEmpty();
	}

	static Stream<String> notARanking() {
		String number = PassedCases.number(Cast.AUTHORITY, 1);
		return Stream.of("{\"caseNumber\":\"%s\",\"opinion\":\"RECOMMEND\",\"place\":7}".formatted(number),
				"{\"caseNumber\":\"%s\",\"opinion\":\"FIRST\"}".formatted(number), "7");
	}

	@Test
	@DisplayName("两名经办人同时排序：后保存的一份不覆盖，两份都还在")
	void keepsTheFirstOfTwoVersions() {
		save(0, recommend(1), recommend(2), recommend(3));

		HttpResponse<String> late = save(0, recommend(3), recommend(2), recommend(1));

		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(opinions(sheet())).isEqualTo(List.of("8001 RECOMMEND", "8002 RECOMMEND", "8003 RECOMMEND"));
	}

	private List<Problem> refusal() {
		Throwable thrown = Assertions.catchThrowable(() -> this.lists.complete(Lists.NUMBER, Cast.OFFICER));
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst()
			.orElseThrow(() -> new AssertionError("not refused", thrown))
			.problems();
	}

	private JsonNode sheet() {
		return tree(Visitor.of(Cast.OFFICER, this.port).get(path("/ranking")));
	}

	private HttpResponse<String> save(int version, Entry... entries) {
		Map<String, Object> body = Map.of("version", version, "ranking", new Ranking(List.of(entries), ""));
		return Visitor.of(Cast.OFFICER, this.port).send("PUT", path("/ranking/draft"), this.drafts.write(body));
	}

	private String draft() {
		return this.drafts.find(Lists.NUMBER, RankingDrafts.FORM).orElseThrow().content();
	}

	private JsonNode tree(HttpResponse<String> answer) {
		try {
			return this.json.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<String> opinions(JsonNode sheet) {
		return sheet.at("/ranking/entries")
			.findValues("caseNumber")
			.stream()
			.map(JsonNode::textValue)
			.map(number -> number.substring(number.length() - 4) + " " + opinion(sheet, number))
			.toList();
	}

	private static String opinion(JsonNode sheet, String number) {
		for (JsonNode entry : sheet.at("/ranking/entries")) {
			if (entry.get("caseNumber").textValue().equals(number)) {
				return entry.get("opinion").textValue();
			}
		}
		throw new AssertionError(number);
	}

	private String number(int index) {
		return PassedCases.number(Cast.AUTHORITY, index);
	}

	private Entry recommend(int index) {
		return new Entry(number(index), Opinion.RECOMMEND, "");
	}

	private Entry decline(int index) {
		return new Entry(number(index), Opinion.DECLINE, "同类案例较多。");
	}

	private String path(String rest) {
		return "/api/tasks/" + this.taskId + rest;
	}

}
