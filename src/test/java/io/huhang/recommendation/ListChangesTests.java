package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.application.CaseForm;
import io.huhang.application.CaseForms;
import io.huhang.recommendation.Ranking.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("名单两版之间的差别：新列入、移出、改列、移位、文字改动")
class ListChangesTests {

	private static final Map<String, CaseForm> FORMS = Stream.of("甲", "乙", "丙", "丁")
		.collect(Collectors.toMap(name -> name, name -> CaseForms.aCase().with("caseName", name).form()));

	@Test
	@DisplayName("只说动过的那一个，让位的不算")
	void namesTheOneThatWasMoved() {
		assertThat(changes(List.of(recommended("甲"), recommended("乙"), recommended("丙")),
				List.of(recommended("丙"), recommended("甲"), recommended("乙"))))
			.containsExactly("“丙”：由推荐第3位改为推荐第1位。");
	}

	@Test
	@DisplayName("新列入的、不在名单中的、改列的，各说一句")
	void namesWhatCameAndWent() {
		assertThat(changes(List.of(recommended("甲"), recommended("乙"), reserve("丙", "待补。")),
				List.of(recommended("乙"), recommended("丁"), new Entry("丙", Opinion.DECLINE, "未补。"))))
			.containsExactly("“丁”：新列入，推荐第2位。", "“丙”：由备选第1位改为不推荐。", "“甲”：原为推荐第1位，已不在名单中。");
	}

	@Test
	@DisplayName("理由、简述和超额说明的改动")
	void namesEditedTexts() {
		RankedList before = list(new Ranking(List.of(recommended("甲"), reserve("乙", "待补。")), ""), Map.of());
		RankedList after = list(new Ranking(List.of(recommended("甲"), reserve("乙", "仍待补。")), "确有必要。"),
				Map.of("甲", "另一段简述。"));

		assertThat(new ListChanges(before, after, FORMS).sentences()).containsExactly("“甲”：简述有改动。", "“乙”：备选的理由有改动。",
				"超额说明有改动。");
	}

	@Test
	@DisplayName("没有差别的，也说明")
	void saysThatNothingDiffers() {
		assertThat(changes(List.of(recommended("甲")), List.of(recommended("甲")))).containsExactly("名单、顺序、理由和简述均没有改动。");
	}

	private static List<String> changes(List<Entry> before, List<Entry> after) {
		return new ListChanges(list(new Ranking(before, ""), Map.of()), list(new Ranking(after, ""), Map.of()), FORMS)
			.sentences();
	}

	private static RankedList list(Ranking ranking, Map<String, String> summaries) {
		return new RankedList("HH2024-TJ-330000-iit", 1, ranking, new ListTexts(summaries, "丙样例", "0571-1"), "f",
				Instant.EPOCH, "wang");
	}

	private static Entry recommended(String name) {
		return new Entry(name, Opinion.RECOMMEND, "");
	}

	private static Entry reserve(String name, String reason) {
		return new Entry(name, Opinion.RESERVE, reason);
	}

}
