package io.huhang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.huhang.DurablePostgres;
import io.huhang.mail.Letter;
import io.huhang.mail.MailParts;
import io.huhang.mail.SmtpSink;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Letters from their rows on a PostgreSQL that writes before it answers, each recorded as
 * sent, against a loop of Jakarta Mail that sends the same words on one connection and
 * records nothing. Not part of the build:
 *
 * <pre>
 * mvn -q test -Dtest=LettersBenchmark -Dhuhang.test.jvm=
 * </pre>
 */
@DisplayName("发信速度：本系统与未经包装的 Jakarta Mail")
class LettersBenchmark {

	private static final int ROUNDS = Integer.getInteger("huhang.bench.rounds", 7);

	private static final int LETTERS = 1000;

	private static final double LEAST = 0.5;

	@Test
	@DisplayName("同一台收信服务器，一个连接，轮流各发数次")
	void rate() throws Exception {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		try (DurablePostgres server = new DurablePostgres();
				HikariDataSource source = new HikariDataSource();
				SmtpSink sink = new SmtpSink()) {
			source.setJdbcUrl(server.newUrl("letters"));
			source.setUsername(DurablePostgres.USER);
			Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
			MailParts parts = new MailParts(source, sink.port(), Duration.ofMinutes(10));
			JdbcClient database = JdbcClient.create(source);
			List<Long> ours = new ArrayList<>();
			List<Long> theirs = new ArrayList<>();
			for (int round = 0; round <= ROUNDS; round++) {
				database.sql("delete from mail_letter").update();
				parts.tell(0, LETTERS);
				Letter any = parts.any();
				String text = parts.text(any);
				String html = parts.html(any);
				long product = nanos(() -> deliver(parts));
				long loop = nanos(() -> loop(sink.port(), any.title(), text, html));
				assertThat(parts.waiting()).isZero();
				assertThat(sink.taken()).hasSize((round + 1) * 2 * LETTERS);
				if (round > 0) {
					ours.add(product);
					theirs.add(loop);
				}
			}
			double ratio = (double) median(theirs) / median(ours);
			System.out.printf(Locale.ROOT, "letters: product %.0f a second, Jakarta Mail %.0f a second, ratio %.2f%n",
					LETTERS * 1e9 / median(ours), LETTERS * 1e9 / median(theirs), ratio);
			assertThat(ratio).isGreaterThanOrEqualTo(LEAST);
		}
	}

	private static Void deliver(MailParts parts) {
		parts.deliver();
		return null;
	}

	private static Void loop(int port, String subject, String text, String html) throws MessagingException {
		Properties properties = new Properties();
		// Else each of its mails takes 40 ms longer, and the product would win by that.
		MailParts.quicken(properties);
		Session session = Session.getInstance(properties);
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect("127.0.0.1", port, null, null);
			for (int person = 0; person < LETTERS; person++) {
				MimeMessage mail = new MimeMessage(session);
				mail.setFrom("noreply@huhang.example.com");
				mail.setRecipient(Message.RecipientType.TO, new InternetAddress("a%d@example.com".formatted(person)));
				mail.setSubject(subject, "UTF-8");
				MimeBodyPart plain = new MimeBodyPart();
				plain.setText(text, "UTF-8");
				MimeBodyPart pretty = new MimeBodyPart();
				pretty.setText(html, "UTF-8", "html");
				mail.setContent(new MimeMultipart("alternative", plain, pretty));
				mail.saveChanges();
				transport.sendMessage(mail, mail.getAllRecipients());
			}
		}
		return null;
	}

	private static long nanos(Callable<Void> work) throws Exception {
		long begin = System.nanoTime();
		work.call();
		return System.nanoTime() - begin;
	}

	private static long median(List<Long> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

}
