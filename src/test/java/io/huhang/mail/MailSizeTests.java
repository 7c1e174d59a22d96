package io.huhang.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

@DisplayName("邮件大小：预估不小于编码后的实际大小，也不过分")
class MailSizeTests {

	private static final String LONG_NAME = "01_HH2024-AL-330000-0001_之江示例装备制造有限公司_证明材料_01_"
			+ "工业互联网安全分类分级定级报告".repeat(8) + ".pdf";

	@ParameterizedTest
	@CsvSource({ "0,报告.pdf", "1,报告.pdf", "56,报告.pdf", "57,报告.pdf", "58,报告.pdf", "3000000,报告.pdf", "57000,a.txt",
			"2999999,清单.csv" })
	@DisplayName("各种大小、各种名称的附件")
	void isNeverLessThanTheMail(int bytes, String name) throws Exception {
		long actual = mail(bytes, List.of(name)) - mail(bytes, List.of());

		assertThat(MailSize.of(name, bytes)).isBetween(actual, actual + actual / 100 + 2048);
	}

	@Test
	@DisplayName("很长的中文名称，三十个附件：整封信不超过各附件之和加正文")
	void isNeverLessThanAMailOfManyFiles() throws Exception {
		List<String> names = IntStream.range(0, 30).mapToObj(place -> place + LONG_NAME).toList();

		long estimated = MailSize.WORDS + names.stream().mapToLong(name -> MailSize.of(name, 10_000)).sum();

		assertThat(mail(10_000, names)).isLessThanOrEqualTo(estimated);
	}

	@Test
	@DisplayName("附件合计超过内存上限的信发不出，不会耗尽内存")
	void keepsWhatIsInMemoryBounded() {
		assertThatIllegalStateException().isThrownBy(() -> mail((int) (Envelope.MOST_BYTES / 2) + 1, List.of("a", "b")))
			.withMessage("the files of a letter are more than 40000000 bytes");
	}

	private static long mail(int bytes, List<String> names) throws Exception {
		Letters letters = Mockito.mock(Letters.class);
		when(letters.html(any())).thenReturn("<p>正文</p>");
		byte[] content = new byte[bytes];
		new Random(bytes).nextBytes(content);
		List<LetterFile> files = names.stream().map(name -> new LetterFile(name, UUID.randomUUID())).toList();
		Letter letter = new Letter(UUID.randomUUID(), "package-sent", "HH2024-TJ-330000-iit", "1/1", "a@example.com",
				"张三", "典型案例推荐材料", "<p>正文</p>", Letter.State.WAITING, 0, 0, "", "", Instant.EPOCH, Optional.empty(),
				Optional.empty(), files);
		LetterFiles contents = id -> new ByteArrayInputStream(content);
		MimeMessage message = new Envelope(MailSlice.SETTINGS, letters, new LetterKinds(),
				new StaticListableBeanFactory(Map.of("files", contents)).getBeanProvider(LetterFiles.class))
			.fill(new MimeMessage(Session.getInstance(new Properties())), letter, Instant.EPOCH);
		message.saveChanges();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		message.writeTo(out);
		return out.size();
	}

}
