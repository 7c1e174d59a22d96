package io.huhang.mail;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.LoggerFactory;

/**
 * A process in which people are told while letters leave, until {@link LetterKillTests}
 * kills it. Ends by itself when everybody was told and nothing waits.
 */
final class ToldPeople {

	static final int PEOPLE = 2000;

	private static final int A_TRANSACTION = 10;

	private ToldPeople() {
	}

	/** Arguments: the database, its user, the port of the mail server. */
	public static void main(String[] arguments) throws InterruptedException {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		HikariDataSource source = new HikariDataSource();
		source.setJdbcUrl(arguments[0]);
		source.setUsername(arguments[1]);
		source.setMaximumPoolSize(4);
		MailParts parts = new MailParts(source, Integer.parseInt(arguments[2]), Duration.ofSeconds(2));
		Thread teller = new Thread(() -> tell(parts));
		teller.start();
		while (teller.isAlive() || parts.waiting() > 0) {
			parts.deliver();
		}
		source.close();
	}

	// Those who were told before the last kill are told again: to no effect.
	private static void tell(MailParts parts) {
		for (int first = 0; first < PEOPLE; first += A_TRANSACTION) {
			parts.tell(first, first + A_TRANSACTION);
		}
	}

}
