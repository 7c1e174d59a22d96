package io.huhang.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import javax.sql.DataSource;

import io.huhang.campaign.Campaigns;
import io.huhang.campaign.DatabaseKind;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail module on a database and a server, put together by hand: ready in an instant,
 * for a process that is killed and for a benchmark.
 */
public final class MailParts {

	private final Letters letters;

	private final Postman postman;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	/** Sends without a limit to the server at this port of this machine. */
	public MailParts(DataSource source, int port, Duration lease) {
		MailSettings settings = new MailSettings(true, "noreply@huhang.example.com", Integer.MAX_VALUE,
				List.of(Duration.ofSeconds(1)), lease, Duration.ofMinutes(30));
		this.jdbc = JdbcClient.create(source);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		DatabaseKind database = Campaigns.database(source);
		LetterRows rows = new LetterRows(this.jdbc, database);
		LetterKinds kinds = new LetterKinds();
		this.letters = new Letters(rows, new LetterTemplates(kinds, Campaigns.packaged()), Clock.systemUTC());
		Envelope envelope = new Envelope(settings, this.letters, kinds,
				new StaticListableBeanFactory().getBeanProvider(LetterFiles.class));
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		this.postman = new Postman(new Outbox(this.jdbc, this.transaction, rows, settings, database), rows, envelope,
				new StaticListableBeanFactory(Map.of("server", server)).getBeanProvider(JavaMailSenderImpl.class),
				settings, Clock.systemUTC());
	}

	/** Tells these people, each once, all in one transaction. */
	public void tell(int first, int last) {
		this.transaction.executeWithoutResult(status -> {
			for (int person = first; person < last; person++) {
				tell(person);
			}
		});
	}

	private UUID tell(int person) {
		return this.letters.write("case-date-moved", "HH2024-AL-330000-%04d".formatted(person), "7",
				"a%d@example.com".formatted(person), "张三", Sample.dated("2024-12-31"), List.of());
	}

	/** Lets a loop of its own send at once too. */
	public static void quicken(Properties session) {
		session.put(MailLine.SOCKETS, new QuickSockets());
	}

	/** Sends what is due. */
	public void deliver() {
		this.postman.deliver();
	}

	/** How many letters have not been sent. */
	public int waiting() {
		return this.jdbc.sql("select count(*) from mail_letter where state <> 'SENT'").query(Integer.class).single();
	}

	/** A letter as it reads. */
	public Letter any() {
		return this.letters.latest(1, Optional.empty()).get(0);
	}

	/** Its words as HTML. */
	public String html(Letter letter) {
		return this.letters.html(letter);
	}

	/** Its words as text. */
	public String text(Letter letter) {
		return this.letters.text(letter);
	}

}
