package io.huhang.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.huhang.SqlTest;
import io.huhang.mail.Letter.State;
import io.huhang.mail.MailSlice.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a server that fails on purpose, step by step of the protocol. */
@SqlTest
@SpringJUnitConfig(classes = MailSlice.class, initializers = ConfigDataApplicationContextInitializer.class)
@DirtiesContext
@DisplayName("邮件服务器出错：业务不受影响，恢复后全部送达")
class MailFailureTests {

	private static final int LETTERS = 5;

	@Autowired
	Letters letters;

	@Autowired
	Outbox outbox;

	@Autowired
	LetterRows rows;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient jdbc;

	private final SmtpSink sink = new SmtpSink();

	private Postman postman;

	@BeforeEach
	void prepare() {
		this.jdbc.sql("delete from mail_letter").update();
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.sink.port());
		sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
		this.postman = new Postman(this.outbox, this.rows,
				new Envelope(MailSlice.SETTINGS, this.letters, new LetterKinds(),
						new StaticListableBeanFactory().getBeanProvider(LetterFiles.class)),
				new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSenderImpl.class),
				MailSlice.SETTINGS, this.clock.clock());
	}

	@AfterEach
	void end() throws Exception {
		this.sink.close();
	}

	private List<UUID> write(int count) {
		return IntStream.range(0, count)
			.mapToObj(number -> this.letters.write("case-filed", Sample.NUMBER, "r" + number,
					"a" + number + "@example.com", "张三", Sample.model(), List.of()))
			.toList();
	}

	private Letter letter(UUID id) {
		return this.letters.find(id).orElseThrow();
	}

	private List<String> ids(List<UUID> letters) {
		return letters.stream().map("<%s.0@huhang.example.com>"::formatted).toList();
	}

	@Test
	@DisplayName("一轮信件只用一个连接，按写信的先后")
	void aRoundTakesOneConnection() {
		List<UUID> written = write(LETTERS);

		this.postman.deliver();

		assertThat(this.sink.taken()).isEqualTo(ids(written));
		assertThat(this.sink.connections()).isOne();
	}

	@ParameterizedTest(name = "{0}时{1}")
	@CsvSource({ "BEGIN,cut,连接不上邮件服务器", "BEGIN,554 no,连接不上邮件服务器", "EHLO,cut,连接不上邮件服务器", "MAIL,cut,传送中途连接中断，对方可能已经收到",
			"RCPT,cut,传送中途连接中断，对方可能已经收到", "DATA,cut,传送中途连接中断，对方可能已经收到", "words,cut,传送中途连接中断，对方可能已经收到",
			"end,cut,传送中途连接中断，对方可能已经收到", "MAIL,451 later,邮件服务器暂时不能接收（应答码451）",
			"MAIL,550 who are you,邮件服务器不接受本系统的发件地址（应答码550）", "MAIL,530 log in first,邮件服务器不接受本系统的发件地址（应答码530）",
			"RCPT,450 later,邮件服务器暂时不能接收（应答码450）", "DATA,451 later,邮件服务器暂时不能接收（应答码451）",
			"end,452 full,邮件服务器暂时不能接收（应答码452）", "end,421 bye,邮件服务器暂时不能接收（应答码421）" })
	@DisplayName("中断、暂时拒绝：信件等待并写明原因，恢复后每封恰好一次")
	void waitsAndDeliversEachOnceAfterRecovery(String step, String answer, String cause) {
		List<UUID> written = write(LETTERS);
		this.sink.answers(at -> at.equals(step) ? answer : "");

		this.postman.deliver();

		assertThat(this.sink.taken()).isEmpty();
		assertThat(written).extracting(id -> letter(id).state()).containsOnly(State.WAITING);
		assertThat(letter(written.get(0))).extracting(Letter::attempts, Letter::lastError).containsExactly(1, cause);

		this.sink.answers(at -> "");
		this.clock.advance(Duration.ofMinutes(1));
		this.postman.deliver();
		this.postman.deliver();

		assertThat(this.sink.taken()).containsExactlyInAnyOrderElementsOf(ids(written));
		assertThat(written).extracting(id -> letter(id).state()).containsOnly(State.SENT);
		assertThat(written).extracting(id -> letter(id).lastError()).containsOnly("");
	}

	@ParameterizedTest(name = "{0}时{1}")
	@CsvSource({ "RCPT,550 no such user,邮件服务器拒收：收件地址不存在或者不可用（应答码550）", "end,554 refused,邮件服务器拒收该信（应答码554）",
			"DATA,554 refused,邮件服务器拒收该信（应答码554）" })
	@DisplayName("永久拒绝：该信立即停发并写明原因，其他信照发")
	void parksWhatIsRefusedForGoodAndGoesOn(String step, String answer, String cause) {
		List<UUID> written = write(LETTERS);
		AtomicInteger first = new AtomicInteger();
		this.sink.answers(at -> at.equals(step) && first.getAndIncrement() == 0 ? answer : "");

		this.postman.deliver();
		this.clock.advance(Duration.ofDays(9));
		this.postman.deliver();

		assertThat(letter(written.get(0))).extracting(Letter::state, Letter::attempts, Letter::lastError)
			.containsExactly(State.FAILED, 1, cause);
		assertThat(this.sink.taken()).isEqualTo(ids(written.subList(1, LETTERS)));
	}

	@Test
	@DisplayName("服务器已收下而应答丢失：再发一次，邮件标识相同，这是唯一可能重复之处")
	void aLostAnswerIsTheOnlyDouble() {
		List<UUID> written = write(LETTERS);
		AtomicInteger first = new AtomicInteger();
		this.sink.answers(at -> at.equals(SmtpSink.TAKEN) && first.getAndIncrement() == 0 ? SmtpSink.CUT : "");

		this.postman.deliver();
		this.clock.advance(Duration.ofMinutes(1));
		this.postman.deliver();

		List<String> ids = ids(written);
		assertThat(this.sink.taken()).hasSize(LETTERS + 1).containsAll(ids);
		assertThat(this.sink.taken().stream().filter(ids.get(0)::equals)).hasSize(2);
	}

	@Test
	@DisplayName("服务器不应答：到时放弃，业务照常写信，恢复后全部送达")
	void aSilentServerHoldsUpNobodyElse() throws Exception {
		write(1);
		CountDownLatch silent = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		this.sink.answers(at -> at.equals(SmtpSink.END) ? await(silent, end) : "");

		CompletableFuture<Void> round = CompletableFuture.runAsync(this.postman::deliver);
		assertThat(silent.await(30, TimeUnit.SECONDS)).isTrue();
		List<UUID> written = write(LETTERS);
		assertThat(written).extracting(id -> letter(id).state()).containsOnly(State.WAITING);
		round.get(30, TimeUnit.SECONDS);

		assertThat(letter(written.get(0))).extracting(Letter::attempts, Letter::lastError)
			.containsExactly(1, "邮件服务器没有在规定时间内应答");
		end.countDown();
		this.sink.answers(at -> "");
		this.clock.advance(Duration.ofMinutes(1));
		this.postman.deliver();
		assertThat(this.sink.taken()).containsAll(ids(written));
		assertThat(written).extracting(id -> letter(id).state()).containsOnly(State.SENT);
	}

	private static String await(CountDownLatch reached, CountDownLatch end) {
		reached.countDown();
		try {
			end.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return SmtpSink.CUT;
	}

	@Test
	@DisplayName("服务器要求登录而没有账号：只试一封，原因写明，没有一封停发")
	void aRefusedLoginParksNothing() {
		List<UUID> written = write(LETTERS);
		this.sink.answers(at -> at.equals("EHLO") ? "250-sink\r\n250 AUTH LOGIN" : at.equals("AUTH") ? "535 no" : "");
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.sink.port());
		sender.setUsername("huhang");
		sender.setPassword("wrong");
		sender.getJavaMailProperties().put("mail.smtp.auth", "true");

		new Postman(this.outbox, this.rows,
				new Envelope(MailSlice.SETTINGS, this.letters, new LetterKinds(),
						new StaticListableBeanFactory().getBeanProvider(LetterFiles.class)),
				new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSenderImpl.class),
				MailSlice.SETTINGS, this.clock.clock())
			.deliver();

		assertThat(written).extracting(id -> letter(id).attempts()).containsExactly(1, 0, 0, 0, 0);
		assertThat(letter(written.get(0))).extracting(Letter::state, Letter::lastError)
			.containsExactly(State.WAITING, "邮件服务器拒绝登录，请核对账号和密码");
	}

}
