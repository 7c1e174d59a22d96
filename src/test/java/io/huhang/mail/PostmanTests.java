package io.huhang.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.huhang.SqlTest;
import io.huhang.mail.MailSlice.MovingClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a real mail server in this JVM. */
@SqlTest
@SpringJUnitConfig(classes = MailSlice.class, initializers = ConfigDataApplicationContextInitializer.class)
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class PostmanTests {

	private static final UUID FILE = UUID.randomUUID();

	@Autowired
	Letters letters;

	@Autowired
	Outbox outbox;

	@Autowired
	LetterRows rows;

	@Autowired
	LetterDesk desk;

	@Autowired
	MovingClock clock;

	private final int port = freePort();

	private GreenMail server;

	private Postman postman;

	@BeforeEach
	void prepare() {
		LetterFiles files = (id) -> new ByteArrayInputStream(("file " + id).getBytes(StandardCharsets.UTF_8));
		this.postman = postman(
				new StaticListableBeanFactory(Map.of("files", files)).getBeanProvider(LetterFiles.class));
	}

	@Test
	@DisplayName("带一次性链接的信发出后，系统里不再留有内容，也不能再发；其他信仍可查看")
	void secretWordsAreForgotten() {
		serverStarts();
		UUID secret = this.letters.write("account-recovery", "u-recover2", "one", "secret@example.com", "张工",
				Map.of("until", "2024年11月11日 09:30", "link", "http://localhost/account/recovery/geheim"), List.of());
		UUID plain = write("plain@example.com", "李工");
		assertThat(letter(secret).words()).contains("geheim");

		this.postman.deliver();

		assertThatThrownBy(() -> this.desk.resend(secret)).hasMessageStartingWith("该信含一次性链接，发出后内容不再保留，不能重新发送");

		assertThat(letter(secret).words() + this.letters.html(letter(secret)) + this.letters.text(letter(secret)))
			.isEmpty();
		assertThat(letter(secret).state()).isEqualTo(Letter.State.SENT);
		assertThat(letter(plain).words()).isNotEmpty();
	}

	private Postman postman(ObjectProvider<LetterFiles> files) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.port);
		return new Postman(this.outbox, this.rows,
				new Envelope(MailSlice.SETTINGS, this.letters, new LetterKinds(), files),
				new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSenderImpl.class),
				MailSlice.SETTINGS, this.clock.clock());
	}

	private void serverStarts() {
		this.server = new GreenMail(new ServerSetup(this.port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

	/** Its threads would keep the JVM alive. */
	@AfterEach
	void serverStops() {
		if (this.server != null) {
			this.server.stop();
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private UUID write(String email, String name, LetterFile... files) {
		return this.letters.write("package-sent", "HH2024-TJ-330000-iit", "dispatch-1", email, name, Sample.model(),
				List.of(files));
	}

	private Letter letter(UUID id) {
		return this.letters.find(id).orElseThrow();
	}

	@Test
	@DisplayName("每封信只发送一次")
	void aLetterIsSentOnce() {
		serverStarts();
		UUID id = write("zhang@example.com", "张瑜");

		this.postman.deliver();
		this.clock.advance(Duration.ofDays(1));
		this.postman.deliver();

		assertThat(this.server.getReceivedMessages()).hasSize(1);
		assertThat(letter(id).state()).isEqualTo(Letter.State.SENT);
		assertThat(letter(id).sentAt()).contains(letter(id).createdAt());
	}

	@Test
	@DisplayName("中文主题、收件人姓名、附件名和正文完整到达（通知二（三）电子版）")
	void chineseSubjectNamesAndTextsArrive() throws Exception {
		serverStarts();
		UUID id = write("zhang@example.com", "张瑜", new LetterFile("附件3 典型案例推荐汇总表（浙江省经济和信息化厅）.docx", FILE));

		this.postman.deliver();

		MimeMessage mail = this.server.getReceivedMessages()[0];
		assertThat(mail.getSubject()).isEqualTo("典型案例推荐材料电子版已报送：浙江省经济和信息化厅（HH2024-TJ-330000-iit）");
		assertThat(mail.getAllRecipients()).extracting(Object::toString)
			.containsExactly("=?UTF-8?B?5byg55Gc?= <zhang@example.com>");
		assertThat(mail.getMessageID()).isEqualTo("<" + id + ".0@huhang.example.com>");
		Multipart parts = (Multipart) mail.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("附件3 典型案例推荐汇总表（浙江省经济和信息化厅）.docx");
		assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo("file " + FILE);
		Multipart words = (Multipart) ((Multipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent();
		assertThat(unix(words.getBodyPart(0))).isEqualTo(this.letters.text(letter(id)));
		assertThat(unix(words.getBodyPart(1))).isEqualTo(this.letters.html(letter(id)));
	}

	private static String unix(BodyPart part) throws IOException, MessagingException {
		return part.getContent().toString().replace("\r\n", "\n");
	}

	@Test
	@DisplayName("邮件服务器不可用时信件等待，恢复后送达，办理不受影响")
	void aLetterWaitsForTheServerAndLeavesAfterItsRecovery() {
		UUID id = write("zhang@example.com", "张瑜");

		this.postman.deliver();

		assertThat(letter(id)).extracting(Letter::state, Letter::attempts, Letter::sentAt)
			.containsExactly(Letter.State.WAITING, 1, Optional.empty());
		assertThat(letter(id).lastError()).isEqualTo("连接不上邮件服务器");

		serverStarts();
		this.clock.advance(Duration.ofSeconds(59));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).isEmpty();

		this.clock.advance(Duration.ofSeconds(1));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		assertThat(letter(id)).extracting(Letter::state, Letter::attempts, Letter::lastError)
			.containsExactly(Letter.State.SENT, 2, "");
	}

	@Test
	@DisplayName("重试间隔逐次加长，第8次失败后停止，由人工重发")
	void pausesGrowAndTheEighthFailureParks() {
		UUID id = write("zhang@example.com", "张瑜");
		List<Duration> pauses = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
				Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24));

		for (int attempt = 1; attempt <= 7; attempt++) {
			this.postman.deliver();
			assertThat(letter(id)).extracting(Letter::state, Letter::attempts)
				.containsExactly(Letter.State.WAITING, attempt);
			this.clock.advance(pauses.get(attempt - 1).minusSeconds(1));
			this.postman.deliver();
			assertThat(letter(id).attempts()).isEqualTo(attempt);
			this.clock.advance(Duration.ofSeconds(1));
		}
		this.postman.deliver();
		assertThat(letter(id)).extracting(Letter::state, Letter::attempts).containsExactly(Letter.State.FAILED, 8);

		serverStarts();
		this.clock.advance(Duration.ofDays(9));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		this.desk.resend(id);
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
	}

	@Test
	@DisplayName("重发的信使用新的邮件标识，收件人能看到")
	void aResentLetterHasItsOwnMessageId() throws Exception {
		serverStarts();
		UUID id = write("zhang@example.com", "张瑜");
		this.postman.deliver();

		this.desk.resend(id);
		this.postman.deliver();

		assertThat(this.server.getReceivedMessages()).hasSize(2);
		assertThat(this.server.getReceivedMessages()[1].getMessageID()).isEqualTo("<" + id + ".1@huhang.example.com>");
	}

	@Test
	@DisplayName("一封信发不出，不挡住其他信")
	void aPoisonLetterDoesNotHoldUpTheOthers() {
		serverStarts();
		UUID poison = write("not an address", "无");
		UUID good = write("zhang@example.com", "张瑜");

		this.postman.deliver();
		this.postman.deliver();

		assertThat(letter(poison)).extracting(Letter::state, Letter::lastError)
			.containsExactly(Letter.State.FAILED, "收件地址不是有效的邮箱");
		assertThat(letter(good).state()).isEqualTo(Letter.State.SENT);
	}

	@Test
	@DisplayName("姓名、地址、标题、附件名中的换行不能伪造邮件头或收件人")
	void nothingThatPeopleTypeBecomesAHeaderOrARecipient() throws Exception {
		serverStarts();
		String injection = "x\r\nBcc: thief@example.com\r\nX-Evil: 1\u0085\u2028Y: 2";
		Map<String, Object> model = Sample.model();
		model.put("authorityName", injection);
		this.letters.write("package-sent", "HH2024-TJ-330000-iit", "1", "zhang@example.com", injection, model,
				List.of(new LetterFile(injection + ".docx", FILE), new LetterFile("a\".docx\r\nX-Evil: 2", FILE)));
		UUID two = write("zhang@example.com, thief@example.com", "张瑜");
		UUID broken = write("zhang@example.com\r\nBcc: thief@example.com", "张瑜");

		IntStream.range(0, 3).forEach((round) -> this.postman.deliver());

		assertThat(this.server.getReceivedMessages()).hasSize(1);
		MimeMessage mail = this.server.getReceivedMessages()[0];
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(Collections.list(mail.getAllHeaders())).extracting(Header::getName)
			.doesNotContain("Bcc", "X-Evil", "Y");
		Multipart parts = (Multipart) mail.getContent();
		for (int part = 1; part < parts.getCount(); part++) {
			assertThat(Collections.list(parts.getBodyPart(part).getAllHeaders())).extracting(Header::getName)
				.containsExactlyInAnyOrder("Content-Type", "Content-Transfer-Encoding", "Content-Disposition");
		}
		assertThat(letter(two).lastError()).isEqualTo("收件地址不是有效的邮箱");
		assertThat(letter(broken).lastError()).isEqualTo("收件地址不是有效的邮箱");
	}

	@Test
	@DisplayName("附件暂时读不到时，信件等待而不缺附件发出")
	void aLetterWhoseFileCannotBeReadWaits() {
		serverStarts();
		UUID id = write("zhang@example.com", "张瑜", new LetterFile("附件3.docx", FILE));

		postman(new StaticListableBeanFactory().getBeanProvider(LetterFiles.class)).deliver();

		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(letter(id).state()).isEqualTo(Letter.State.WAITING);
		this.clock.advance(Duration.ofMinutes(1));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
	}

	@Test
	@DisplayName("两个节点同时取信，只有一个取到；中断的节点所取的信十分钟后由其他节点接手")
	void oneNodeClaimsALetterUntilItsLeaseEnds() {
		UUID id = write("zhang@example.com", "张瑜");

		assertThat(claim()).containsExactly(id);
		assertThat(claim()).isEmpty();

		this.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
		assertThat(claim()).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(claim()).containsExactly(id);
	}

	private List<UUID> claim() {
		return this.outbox.claim(UUID.randomUUID(), this.clock.instant(), 10);
	}

	@Test
	@DisplayName("每分钟发送不超过所设封数，一分钟后继续，一封不丢")
	void noMoreLettersLeaveInAMinuteThanAllowed() {
		serverStarts();
		int limit = MailSlice.SETTINGS.mostPerMinute();
		IntStream.range(0, 2 * limit + 1).forEach(number -> write("a" + number + "@example.com", "张瑜"));

		this.postman.deliver();
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(limit);

		this.clock.advance(Duration.ofSeconds(60));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(2 * limit);
		this.clock.advance(Duration.ofSeconds(60));
		this.postman.deliver();
		assertThat(this.server.getReceivedMessages()).hasSize(2 * limit + 1);
	}

	@Test
	@DisplayName("写明期限的信附日程文件，期限改动后是同一日程的新版")
	void aDateToKeepTravelsAsACalendarEntry() throws Exception {
		serverStarts();
		this.letters.write("case-date-moved", Sample.NUMBER, "7", "zhang@example.com", "张瑜", Sample.dated("2024-12-31"),
				List.of());
		this.letters.write("case-date-moved", Sample.NUMBER, "1", "zhang@example.com", "张瑜", Sample.dated("2025-01-15"),
				List.of());

		this.postman.deliver();

		List<String> files = new ArrayList<>();
		for (MimeMessage mail : this.server.getReceivedMessages()) {
			BodyPart calendar = ((Multipart) mail.getContent()).getBodyPart(1);
			assertThat(calendar.getFileName()).isEqualTo("截止日程.ics");
			assertThat(calendar.getContentType()).startsWith("text/calendar; charset=UTF-8; method=PUBLISH");
			files.add(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		assertThat(files.get(0)).contains("UID:case-closing.HH2024-AL-330000-0007@huhang.example.com\r\n",
				"SEQUENCE:0\r\n", "DTEND:20241231T160000Z\r\n");
		assertThat(files.get(1)).contains("UID:case-closing.HH2024-AL-330000-0007@huhang.example.com\r\n",
				"SEQUENCE:1\r\n", "DTEND:20250115T160000Z\r\n");
	}

}
