package io.huhang.campaign;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("字数按Word计算（附件1 一，附件3，R44，R82）")
class WordCountTests {

	static List<WordCounts.Vector> vectors() {
		return WordCounts.vectors();
	}

	@ParameterizedTest(name = "“{0}”")
	@MethodSource("vectors")
	@DisplayName("汉字、全角标点、生僻字各一字，连续的字母数字半角标点一字，空白和看不见的连接符不计；页面上的计数用同一组例子")
	void countsAsWordDoes(WordCounts.Vector vector) {
		assertThat(WordCount.of(vector.text())).isEqualTo(vector.chars());
	}

	@Test
	@DisplayName("没有内容是零字")
	void countsNothing() {
		assertThat(WordCount.of(null)).isZero();
	}

}
