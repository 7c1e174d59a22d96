package io.huhang.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.huhang.campaign.DatabaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which letters are due and what became of them. Whoever takes letters has them under a
 * lease; a node that dies meanwhile leaves them to the others when it ends.
 */
@Repository
class Outbox {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final LetterRows rows;

	private final MailSettings settings;

	private final String lock;

	Outbox(JdbcClient jdbc, TransactionTemplate transaction, LetterRows rows, MailSettings settings,
			DatabaseKind database) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.rows = rows;
		this.settings = settings;
		// H2 lets one transaction after the other at the rows anyway.
		this.lock = database.isPostgres() ? " for update skip locked" : "";
	}

	/** How many letters may still leave within this minute, from all nodes together. */
	int room(Instant now) {
		int taken = this.jdbc
			.sql("select count(*) from mail_letter where sent_at > :since"
					+ " or (state = 'WAITING' and lease is not null and next_attempt_at > :now)")
			.param("since", LetterRows.at(now.minusSeconds(60)))
			.param("now", LetterRows.at(now))
			.query(Integer.class)
			.single();
		return Math.max(0, this.settings.mostPerMinute() - taken);
	}

	/** Takes the letters that are due, the longest due first. */
	List<UUID> claim(UUID lease, Instant now, int limit) {
		return this.transaction.execute(status -> {
			List<UUID> due = due(now, limit);
			if (!due.isEmpty()) {
				take(due, lease, now);
			}
			return taken(lease);
		});
	}

	List<UUID> due(Instant now, int limit) {
		return this.jdbc
			.sql("select id from mail_letter where state = 'WAITING' and next_attempt_at <= :now"
					+ " order by next_attempt_at, position fetch first :limit rows only" + this.lock)
			.param("now", LetterRows.at(now))
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	private void take(List<UUID> due, UUID lease, Instant now) {
		this.jdbc
			.sql("update mail_letter set lease = :lease, next_attempt_at = :until"
					+ " where id in (:due) and state = 'WAITING' and next_attempt_at <= :now")
			.param("lease", lease)
			.param("until", LetterRows.at(now.plus(this.settings.lease())))
			.param("due", due)
			.param("now", LetterRows.at(now))
			.update();
	}

	private List<UUID> taken(UUID lease) {
		return this.jdbc.sql("select id from mail_letter where lease = :lease order by position")
			.param("lease", lease)
			.query(UUID.class)
			.list();
	}

	/** Leaves what was taken and not tried to the next round. */
	void giveBack(UUID lease, Instant now) {
		this.jdbc.sql("update mail_letter set lease = null, next_attempt_at = :now where lease = :lease")
			.param("now", LetterRows.at(now))
			.param("lease", lease)
			.update();
	}

	/**
	 * The mail server took these, which counts more than that somebody held or discarded
	 * one in the same moment. A resend asked for meanwhile still counts.
	 */
	void sent(List<Letter> letters, Instant now) {
		letters.stream()
			.collect(Collectors.groupingBy(Letter::resends, Collectors.mapping(Letter::id, Collectors.toList())))
			.forEach((resends, ids) -> sent(ids, resends, now));
		letters.stream().filter(Letter::isSecret).map(Letter::id).forEach(this.rows::forgetSecret);
	}

	private void sent(List<UUID> ids, int resends, Instant now) {
		this.jdbc
			.sql("update mail_letter set state = 'SENT', sent_at = :now, last_error = '', lease = null,"
					+ " attempts = attempts + 1 where id in (:ids) and resends = :resends")
			.param("now", LetterRows.at(now))
			.param("ids", ids)
			.param("resends", resends)
			.update();
	}

	/** It did not leave: the next attempt later, or none. */
	void failed(Letter letter, SendFailure failure, Instant now) {
		int attempts = letter.attempts() + 1;
		boolean again = !failure.isPermanent() && attempts <= this.settings.pauses().size();
		Instant next = again ? now.plus(this.settings.pauses().get(attempts - 1)) : now;
		this.jdbc
			.sql("update mail_letter set state = case when state = 'WAITING' then :state else state end,"
					+ " attempts = attempts + 1, next_attempt_at = :next, last_error = :error, lease = null"
					+ " where id = :id and resends = :resends and state <> 'SENT'")
			.param("state", (again ? Letter.State.WAITING : Letter.State.FAILED).name())
			.param("next", LetterRows.at(next))
			.param("error", failure.text())
			.param("id", letter.id())
			.param("resends", letter.resends())
			.update();
		if (letter.isSecret()) {
			this.rows.forgetSecret(letter.id());
		}
	}

}
