package io.huhang.mail;

import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetterFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nBcc: x@example.com", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028b", "a\u202Eb",
			"a\"b", "a/b", "a\\b" })
	@DisplayName("附件名中的换行、控制字符和路径不进入邮件头")
	void lineBreaksControlsAndPathsAreReplaced(String name) {
		assertThat(new LetterFile(name, UUID.randomUUID()).name()).matches("[^\\p{Cc}\\p{Cf}\\u2028\"/\\\\]+")
			.startsWith("a_");
	}

	@Test
	@DisplayName("普通中文附件名不变")
	void anOrdinaryNameStays() {
		assertThat(new LetterFile("附件3 典型案例推荐汇总表（浙江）.docx", UUID.randomUUID()).name())
			.isEqualTo("附件3 典型案例推荐汇总表（浙江）.docx");
	}

}
