package io.huhang.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.RefusedException;
import io.huhang.mail.Letter.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with letters: look through them, hold one back and release it, discard
 * it, send it again. A letter that the server takes in the same moment counts as sent,
 * whatever a person asked for.
 */
@Repository
@Transactional
public class LetterDesk {

	private static final String CLAUSE = "系统规则";

	// Whoever has a lease is sending it now: nobody else may begin.
	private static final String FREE = " where id = :id and state in (:states)"
			+ " and (lease is null or next_attempt_at <= :now)";

	/** What fits into its column. */
	public static final int LONGEST_REASON = 200;

	private final JdbcClient jdbc;

	private final LetterRows rows;

	private final LetterKinds kinds;

	private final Clock clock;

	LetterDesk(JdbcClient jdbc, LetterRows rows, LetterKinds kinds, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.kinds = kinds;
		this.clock = clock;
	}

	/** What people call each kind of letter. */
	public Map<String, String> kinds() {
		return this.kinds.labels();
	}

	/** The letters that are wanted, the newest first. */
	public List<Letter> page(LetterFilter filter, int page, int size) {
		return this.rows.page(filter, page, size);
	}

	public long count(LetterFilter filter) {
		return this.rows.count(filter);
	}

	/** How many letters there are of each state. */
	public Map<State, Long> states() {
		Map<State, Long> states = new EnumMap<>(State.class);
		this.jdbc.sql("select state, count(*) as letters from mail_letter group by state").query(row -> {
			states.put(State.valueOf(row.getString("state")), row.getLong("letters"));
		});
		return states;
	}

	/** Since when the letter has been waiting that waits longest. */
	public Optional<Instant> waitingSince() {
		return this.jdbc.sql("select min(waiting_since) as since from mail_letter where state = 'WAITING'")
			.query((row, number) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Keeps a waiting letter back.
	 * @throws RefusedException if it does not wait
	 */
	public void hold(UUID id) {
		change(id, "暂缓", "set state = 'HELD' where id = :id and state in (:states)", State.WAITING);
	}

	/**
	 * Lets a held letter go on.
	 * @throws RefusedException if it is not held
	 */
	public void release(UUID id) {
		change(id, "继续发送", "set state = 'WAITING', next_attempt_at = :now, waiting_since = :now, lease = null" + FREE,
				State.HELD);
	}

	/**
	 * Decides that a letter is never sent; its one-time link is forgotten.
	 * @param reason why, up to {@link #LONGEST_REASON} characters
	 * @throws RefusedException without a reason, or if it was sent or discarded
	 */
	public void discard(UUID id, String reason) {
		String given = reason.strip();
		if (given.isEmpty() || given.length() > LONGEST_REASON) {
			throw new RefusedException("reason",
					given.isEmpty() ? "请填写作废原因。" : "作废原因现%d字，超过%d字，请删减。".formatted(given.length(), LONGEST_REASON),
					CLAUSE);
		}
		change(id, "作废", "set state = 'DISCARDED' where id = :id and state in (:states)", State.WAITING, State.HELD,
				State.FAILED);
		this.jdbc.sql("update mail_letter set remark = :reason where id = :id")
			.param("reason", given)
			.param("id", id)
			.update();
		this.rows.forgetSecret(id);
	}

	/**
	 * Lets a letter be sent again, or at once where it waits for its next attempt. One
	 * with a one-time link that has left has no words any more and is written anew by who
	 * needs it.
	 * @throws RefusedException if it is held, discarded, just being sent or has no words
	 */
	public void resend(UUID id) {
		if (this.rows.find(id).filter(letter -> letter.words().isEmpty()).isPresent()) {
			throw new RefusedException("action", "该信含一次性链接，发出后内容不再保留，不能重新发送；请由收件人重新办理注册、找回密码，或者重新邀请。", CLAUSE);
		}
		// The same Message-ID where nobody knows of a first copy, another for a second
		// one.
		change(id, "重新发送",
				"set attempts = 0, resends = resends + case when state = 'WAITING' then 0 else 1 end,"
						+ " state = 'WAITING', next_attempt_at = :now, waiting_since = :now, lease = null" + FREE,
				State.WAITING, State.SENT, State.FAILED);
	}

	private void change(UUID id, String action, String change, State... from) {
		int changed = this.jdbc.sql("update mail_letter " + change)
			.param("id", id)
			.param("states", Arrays.stream(from).map(State::name).toList())
			.param("now", LetterRows.at(this.clock.instant()))
			.update();
		if (changed == 0) {
			String state = this.rows.find(id).map(letter -> letter.state().label()).orElse("不存在");
			throw new RefusedException("action", "该信当前状态为“%s”，不能%s。请刷新页面核对后再办理。".formatted(state, action), CLAUSE);
		}
	}

}
