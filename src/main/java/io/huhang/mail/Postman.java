package io.huhang.mail;

import java.time.Clock;
import java.util.UUID;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, every few seconds, one letter at a time. At least once: after a
 * crash the same Message-ID may leave twice, which mail programs show once.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "huhang.mail.send", havingValue = "true")
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final int ROUND = 50;

	private final Outbox outbox;

	private final Letters letters;

	private final ObjectProvider<JavaMailSender> sender;

	private final Envelope envelope;

	private final Clock clock;

	Postman(Outbox outbox, Letters letters, ObjectProvider<JavaMailSender> sender, ObjectProvider<LetterFiles> files,
			MailSettings settings, Clock clock) {
		this.outbox = outbox;
		this.letters = letters;
		this.sender = sender;
		this.envelope = new Envelope(settings, letters, id -> files.getObject().open(id));
		this.clock = clock;
		if (sender.getIfAvailable() == null) {
			log.warn("letters wait: huhang.mail.send=true but spring.mail.host is not set");
		}
	}

	/** Ends a round at the first failure: most often the server is down for all. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
	void deliver() {
		JavaMailSender server = this.sender.getIfAvailable();
		if (server == null) {
			return;
		}
		for (UUID id : this.outbox.due(this.clock.instant(), ROUND)) {
			if (this.outbox.claim(id, this.clock.instant()) && !send(server, this.letters.find(id).orElseThrow())) {
				return;
			}
		}
	}

	private boolean send(JavaMailSender server, Letter letter) {
		try {
			server.send(this.envelope.fill(server.createMimeMessage(), letter, this.clock.instant()));
			this.outbox.sent(letter, this.clock.instant());
			log.info("letter sent id={} kind={} attempt={}", letter.id(), letter.kind(), letter.attempts());
			return true;
		}
		catch (MessagingException | RuntimeException ex) {
			String error = kinds(ex);
			this.outbox.failed(letter, error, this.clock.instant());
			log.warn("letter not sent id={} kind={} attempt={} error={}", letter.id(), letter.kind(), letter.attempts(),
					error);
			return false;
		}
	}

	/** The kinds only: the messages of mail exceptions contain addresses. */
	private static String kinds(Throwable failure) {
		StringBuilder kinds = new StringBuilder();
		for (Throwable cause = failure; cause != null && kinds.length() < 200; cause = cause.getCause()) {
			kinds.append(kinds.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
		}
		return kinds.toString();
	}

}
