package io.huhang.campaign;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("字数按Word计算（附件1 一，附件3，R44，R82）")
class WordCountTests {

	@ParameterizedTest(name = "“{0}”是{1}字")
	@CsvSource(delimiter = '|',
			value = { "数转智改|4", "数转智改，|5", "5G工厂|3", "GB/T 9704|2", "“铸网—2024”|6", "工业互联网安全|7", "3.4万次|3", "98%|1",
					"zhang@qq.com|1", "a b  c|3", "一、二；三。|6", "《办法》（试行）|8", "……|2", "①②|2", "２０２４|4", "·|1",
					"Wi-Fi 6E网络|4", "中Ａ文|3" })
	@DisplayName("汉字、全角标点各一字，连续的字母数字半角标点一字")
	void countsAsWordDoes(String text, int expected) {
		assertThat(WordCount.of(text)).isEqualTo(expected);
	}

	@Test
	@DisplayName("空格、换行、制表符、全角空格不计")
	void countsNoBlanks() {
		assertThat(WordCount.of(" \n\t\u3000\u00A0字\r\n\u3000字 ")).isEqualTo(2);
		assertThat(WordCount.of("")).isZero();
		assertThat(WordCount.of(null)).isZero();
	}

	@Test
	@DisplayName("换行分开两个英文单词")
	void separatesWordsAtLineEnds() {
		assertThat(WordCount.of("5G\n4G")).isEqualTo(2);
	}

	@Test
	@DisplayName("看不见的连接符和附加符号不另计")
	void countsNoInvisibleMarks() {
		assertThat(WordCount.of("e\u0301tude")).isEqualTo(1);
		assertThat(WordCount.of("\uFEFF字\u200B")).isEqualTo(1);
		assertThat(WordCount.of("❤\uFE0F")).isEqualTo(1);
		assertThat(WordCount.of("👨\u200D👩")).isEqualTo(2);
	}

	@Test
	@DisplayName("生僻字一字计一")
	void countsARareCharacterOnce() {
		assertThat(WordCount.of("𬭎𠮷")).isEqualTo(2);
	}

}
