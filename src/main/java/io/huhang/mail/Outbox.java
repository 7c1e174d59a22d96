package io.huhang.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which letters are due and what became of them. Whoever moves a letter's next attempt
 * into the future has it for that long; a node that dies meanwhile leaves it to the
 * others.
 */
@Repository
class Outbox {

	private static final Duration LEASE = Duration.ofMinutes(10);

	/**
	 * How long to wait after the first, second … failed attempt; then a person decides.
	 */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofHours(4), Duration.ofHours(12),
			Duration.ofHours(24));

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The letters to try now, the longest due first. */
	List<UUID> due(Instant now, int limit) {
		return this.jdbc
			.sql("select id from mail_letter where state = 'WAITING' and next_attempt_at <= :now"
					+ " order by next_attempt_at, position fetch first :limit rows only")
			.param("now", LetterRows.at(now))
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	/** Takes a letter for one attempt; false if another node was faster. */
	boolean claim(UUID id, Instant now) {
		return this.jdbc
			.sql("update mail_letter set attempts = attempts + 1, next_attempt_at = :until"
					+ " where id = :id and state = 'WAITING' and next_attempt_at <= :now")
			.param("until", LetterRows.at(now.plus(LEASE)))
			.param("id", id)
			.param("now", LetterRows.at(now))
			.update() == 1;
	}

	/** The mail server took it. A resend asked for meanwhile still counts. */
	void sent(Letter letter, Instant now) {
		this.jdbc
			.sql("update mail_letter set state = 'SENT', sent_at = :now, last_error = ''"
					+ " where id = :id and state = 'WAITING' and resends = :resends")
			.param("now", LetterRows.at(now))
			.param("id", letter.id())
			.param("resends", letter.resends())
			.update();
		if (letter.isSecret()) {
			forgetWords(letter);
		}
	}

	/** It did not leave: the next attempt later, or none. */
	void failed(Letter letter, String error, Instant now) {
		boolean again = letter.attempts() <= PAUSES.size();
		Instant next = again ? now.plus(PAUSES.get(letter.attempts() - 1)) : now;
		this.jdbc
			.sql("update mail_letter set state = :state, next_attempt_at = :next, last_error = :error"
					+ " where id = :id and state = 'WAITING' and resends = :resends")
			.param("state", (again ? Letter.State.WAITING : Letter.State.FAILED).name())
			.param("next", LetterRows.at(next))
			.param("error", error)
			.param("id", letter.id())
			.param("resends", letter.resends())
			.update();
		if (letter.isSecret() && !again) {
			forgetWords(letter);
		}
	}

	private void forgetWords(Letter letter) {
		this.jdbc.sql("update mail_letter set html = '' where id = :id and state <> 'WAITING'")
			.param("id", letter.id())
			.update();
	}

}
