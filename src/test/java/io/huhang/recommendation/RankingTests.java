package io.huhang.recommendation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.Ranking.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("推荐名单：三种意见、顺序和理由（通知二（二））")
class RankingTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final RankingCheck CHECK = new RankingCheck(20, Map.of("N", "未定案例", "R", "备选案例", "D", "落选案例"));

	@Test
	@DisplayName("没有备选时定稿的名单仍读得出：勾选的是推荐，未勾选的是不推荐")
	void readsListsFromBeforeTheReserves() throws JsonProcessingException {
		String old = """
				{"entries":[{"caseNumber":"A","recommend":"true","reason":"","recommended":true},
				{"caseNumber":"B","recommend":"","reason":"同类案例较多。","recommended":false},
				{"caseNumber":"C","recommend":"false","reason":"材料不全。","recommended":false}],"excessReason":""}""";

		assertThat(JSON.readValue(old, Ranking.class)).isEqualTo(new Ranking(List.of(recommend("A"),
				new Entry("B", Opinion.DECLINE, "同类案例较多。"), new Entry("C", Opinion.DECLINE, "材料不全。")), ""));
	}

	@Test
	@DisplayName("写下的名单读回来一字不差，除三项外没有别的内容")
	void readsBackWhatItWrote() throws JsonProcessingException {
		Ranking ranking = new Ranking(List.of(recommend("A"), new Entry("B", Opinion.RESERVE, "候补。")), "说明");

		String written = JSON.writeValueAsString(ranking);

		assertThat(written).isEqualTo("{\"entries\":[{\"caseNumber\":\"A\",\"opinion\":\"RECOMMEND\",\"reason\":\"\"},"
				+ "{\"caseNumber\":\"B\",\"opinion\":\"RESERVE\",\"reason\":\"候补。\"}],\"excessReason\":\"说明\"}");
		assertThat(JSON.readValue(written, Ranking.class)).isEqualTo(ranking);
	}

	@Test
	@DisplayName("没有的意见：读不出")
	void knowsNoOtherOpinion() {
		assertThatExceptionOfType(JsonProcessingException.class)
			.isThrownBy(() -> JSON.readValue("{\"caseNumber\":\"A\",\"opinion\":\"MAYBE\"}", Entry.class));
	}

	@Test
	@DisplayName("推荐的在前、备选随后、不推荐的最后，各组内的先后不变，序号因此连续")
	void groupsWithoutChangingTheOrder() {
		Ranking mixed = new Ranking(List.of(new Entry("D", Opinion.DECLINE, "否"), new Entry("R", Opinion.RESERVE, "候补"),
				recommend("B"), recommend("A"), new Entry("Q", Opinion.RESERVE, "候补")), "");

		assertThat(mixed.grouped().entries()).extracting(Entry::caseNumber).containsExactly("B", "A", "R", "Q", "D");
		assertThat(mixed.recommended()).containsExactly("B", "A");
	}

	@Test
	@DisplayName("改为推荐的案例不带理由")
	void keepsNoReasonForARecommendation() {
		assertThat(new Entry("A", Opinion.RECOMMEND, "先前的理由").reason()).isEmpty();
	}

	static Stream<Arguments> incomplete() {
		return Stream.of(arguments(list(recommend("A"), recommend("A")), "entries", "同一案例在名单中重复出现，请刷新后重新排序。"),
				arguments(list(), "entries", "请至少推荐一个案例。"),
				arguments(list(new Entry("R", Opinion.RESERVE, "候补")), "entries", "请至少推荐一个案例。"),
				arguments(list(recommend("A"), new Entry("N", null, "")), "opinion-N", "待定的案例“未定案例”：请选择推荐意见。"),
				arguments(list(recommend("A"), new Entry("R", Opinion.RESERVE, " ")), "reason-R",
						"备选第1个案例“备选案例”：请填写列为备选的理由。"),
				arguments(list(recommend("A"), new Entry("D", Opinion.DECLINE, null)), "reason-D",
						"不推荐的案例“落选案例”：请填写不推荐的理由。"),
				arguments(list(recommend("A"), new Entry("D", Opinion.DECLINE, "长".repeat(501))), "reason-D",
						"不推荐的案例“落选案例”：理由超过500字，请删减。"),
				arguments(new Ranking(recommended(21), " "), "excessReason", "推荐案例21个，原则上不超过20个，请填写超额说明。"),
				arguments(new Ranking(recommended(21), "长".repeat(2001)), "excessReason", "超额说明超过2000字，请删减。"));
	}

	@ParameterizedTest
	@MethodSource("incomplete")
	@DisplayName("重复、没有推荐、没有意见、没有理由、超额没有说明：在该处说明")
	void refusesWhatIsIncomplete(Ranking ranking, String field, String text) {
		assertThat(CHECK.problems(ranking)).containsExactly(new Problem(field, text, "通知二（二）"));
	}

	static Stream<Ranking> complete() {
		return Stream.of(list(recommend("A")), new Ranking(recommended(20), ""), new Ranking(recommended(21), "产业集聚。"),
				list(recommend("A"), new Entry("R", Opinion.RESERVE, "候补。"),
						new Entry("D", Opinion.DECLINE, "长".repeat(500))));
	}

	@ParameterizedTest
	@MethodSource("complete")
	@DisplayName("对照：不超过20个不须说明，超过而有说明的、备选和不推荐有理由的，都可以提交")
	void takesWhatIsComplete(Ranking ranking) {
		assertThat(CHECK.problems(ranking)).isEmpty();
	}

	private static Ranking list(Entry... entries) {
		return new Ranking(List.of(entries), "");
	}

	private static Entry recommend(String number) {
		return new Entry(number, Opinion.RECOMMEND, "");
	}

	private static List<Entry> recommended(int count) {
		return IntStream.range(0, count).mapToObj(index -> recommend("A" + index)).toList();
	}

}
