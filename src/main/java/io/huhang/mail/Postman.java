package io.huhang.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, every few seconds, one letter after the other on one connection. At
 * least once: where a node ends, or the line breaks, between the server's OK and our
 * commit, the same Message-ID leaves twice, which mail programs show once (ADR 15).
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "huhang.mail.send", havingValue = "true")
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final int ROUND = 50;

	private final Outbox outbox;

	private final LetterRows rows;

	private final ObjectProvider<JavaMailSenderImpl> server;

	private final Envelope envelope;

	private final MailSettings settings;

	private final Clock clock;

	Postman(Outbox outbox, LetterRows rows, Envelope envelope, ObjectProvider<JavaMailSenderImpl> server,
			MailSettings settings, Clock clock) {
		this.outbox = outbox;
		this.rows = rows;
		this.envelope = envelope;
		this.server = server;
		this.settings = settings;
		this.clock = clock;
		if (server.getIfAvailable() == null) {
			log.warn("letters wait: huhang.mail.send=true but spring.mail.host is not set");
		}
	}

	/** Ends where the connection is lost: most often the server is down for all. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
	void deliver() {
		JavaMailSenderImpl available = this.server.getIfAvailable();
		if (available == null) {
			return;
		}
		try (MailLine line = new MailLine(available)) {
			while (round(line)) {
				log.debug("another round of letters");
			}
		}
	}

	// Whether there may be more.
	private boolean round(MailLine line) {
		Instant now = this.clock.instant();
		int most = Math.min(ROUND, this.outbox.room(now));
		UUID lease = UUID.randomUUID();
		List<UUID> taken = (most > 0) ? this.outbox.claim(lease, now, most) : List.of();
		try {
			return !taken.isEmpty() && send(line, taken, lease, now.plus(this.settings.lease().dividedBy(2)));
		}
		finally {
			if (!taken.isEmpty()) {
				this.outbox.giveBack(lease, this.clock.instant());
			}
		}
	}

	// Another node must not find a letter due that this one has yet to send: a slow
	// server ends the round early.
	private boolean send(MailLine line, List<UUID> taken, UUID lease, Instant last) {
		Unrecorded sent = new Unrecorded(this.outbox, this.clock);
		try {
			// Read a few at a time: what is held or discarded meanwhile stays.
			for (int first = 0; first < taken.size() && this.clock.instant().isBefore(last); first += Unrecorded.MOST) {
				List<UUID> few = taken.subList(first, Math.min(first + Unrecorded.MOST, taken.size()));
				for (Letter letter : this.rows.leased(few, lease)) {
					if (!send(line, letter, sent)) {
						return false;
					}
				}
			}
			return true;
		}
		finally {
			sent.record();
		}
	}

	// Whether the line is still there.
	private boolean send(MailLine line, Letter letter, Unrecorded sent) {
		try {
			line.open();
		}
		catch (MessagingException | RuntimeException ex) {
			failed(letter, SendFailure.connecting(ex));
			return false;
		}
		MimeMessage mail;
		try {
			mail = this.envelope.fill(line.newMail(), letter, this.clock.instant());
		}
		catch (MessagingException | RuntimeException ex) {
			failed(letter, SendFailure.writing(ex));
			return true;
		}
		try {
			line.send(mail);
		}
		catch (MessagingException | RuntimeException ex) {
			failed(letter, SendFailure.sending(ex));
			return line.isOpen();
		}
		sent.add(letter);
		log.info("letter sent id={} kind={} attempt={}", letter.id(), letter.kind(), letter.attempts() + 1);
		return true;
	}

	private void failed(Letter letter, SendFailure failure) {
		this.outbox.failed(letter, failure, this.clock.instant());
		log.warn("letter not sent id={} kind={} attempt={} reason={} reply={}", letter.id(), letter.kind(),
				letter.attempts() + 1, failure.reason(), failure.reply());
	}

}
