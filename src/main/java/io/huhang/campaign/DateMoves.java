package io.huhang.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMove.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every closing date that is to be moved, or was. */
@Repository
public class DateMoves {

	private static final String SELECT = "select number, scope, subject, closing, reason, state, proposed_by,"
			+ " proposed_at, checked_by, decided_by, decided_at, refusal from campaign_date_move ";

	private final JdbcClient jdbc;

	private final Numbers numbers;

	private final Campaign campaign;

	private final TransactionMemory memory;

	private final Clock clock;

	DateMoves(JdbcClient jdbc, Numbers numbers, Campaign campaign, TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.numbers = numbers;
		this.campaign = campaign;
		this.memory = memory;
		this.clock = clock;
	}

	/** Writes down a proposal, or what its authority decides itself; its number. */
	public String add(Scope scope, String subject, Instant closing, String reason, State state, String userId) {
		String series = this.campaign.numberPrefix() + "-TZ";
		String number = "%s-%02d".formatted(series, this.numbers.next(series));
		this.jdbc
			.sql("insert into campaign_date_move (number, scope, subject, closing, reason, state, proposed_by,"
					+ " proposed_at, decided_by, decided_at, moved_after) values (:number, :scope, :subject, :closing,"
					+ " :reason, :state, :user, :now, :decider, :decided, '')")
			.param("number", number)
			.param("scope", scope.name())
			.param("subject", subject)
			.param("closing", at(closing))
			.param("reason", reason)
			.param("state", state.name())
			.param("user", userId)
			.param("now", at(this.clock.instant()))
			.param("decider", (state == State.AGREED) ? userId : null)
			.param("decided", (state == State.AGREED) ? at(this.clock.instant()) : null)
			.update();
		this.memory.forget();
		return number;
	}

	/** All of them, the newest first. */
	public List<DateMove> all() {
		return this.jdbc.sql(SELECT + "order by proposed_at desc, number desc").query(DateMoves::map).list();
	}

	/**
	 * The move of this number, held until the transaction ends.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public DateMove lock(String number) {
		return this.jdbc.sql(SELECT + "where number = :number for update")
			.param("number", number)
			.query(DateMoves::map)
			.single();
	}

	/**
	 * The move of this number.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public DateMove get(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(DateMoves::map).single();
	}

	/** What was agreed last for this subject. */
	public Optional<Instant> inForce(Scope scope, String subject) {
		return this.memory.once("date/" + scope + "/" + subject,
				() -> this.jdbc
					.sql("select closing from campaign_date_move where scope = :scope and subject = :subject"
							+ " and state = 'AGREED' order by decided_at desc, number desc fetch first 1 rows only")
					.param("scope", scope.name())
					.param("subject", subject)
					.query((row, index) -> instant(row, "closing").orElseThrow())
					.optional());
	}

	/** Reads that of these subjects at once, for the rest of the transaction. */
	public void readInForce(Scope scope, Collection<String> subjects) {
		Map<String, Instant> found = new HashMap<>();
		if (!subjects.isEmpty()) {
			this.jdbc
				.sql("select subject, closing from campaign_date_move where scope = :scope and subject in (:subjects)"
						+ " and state = 'AGREED' order by decided_at, number")
				.param("scope", scope.name())
				.param("subjects", subjects)
				.query((row, index) -> found.put(row.getString("subject"), instant(row, "closing").orElseThrow()))
				.list();
		}
		subjects.forEach(subject -> this.memory.remember("date/" + scope + "/" + subject,
				Optional.ofNullable(found.get(subject))));
	}

	/** Whether a proposal for this subject waits for a decision. */
	public boolean isProposed(Scope scope, String subject) {
		return all().stream()
			.anyMatch(move -> move.scope() == scope && move.subject().equals(subject)
					&& State.OPEN.contains(move.state()));
	}

	/** Writes down that the bureau's officer agrees. */
	public void check(String number, String userId) {
		this.jdbc.sql("update campaign_date_move set state = 'CHECKED', checked_by = :user where number = :number")
			.param("user", userId)
			.param("number", number)
			.update();
	}

	/** Writes down the decision; one that agrees holds from now on. */
	public void decide(String number, State state, String refusal, String userId) {
		this.jdbc
			.sql("update campaign_date_move set state = :state, refusal = :refusal, decided_by = :user,"
					+ " decided_at = :now where number = :number")
			.param("state", state.name())
			.param("refusal", refusal)
			.param("user", userId)
			.param("now", at(this.clock.instant()))
			.param("number", number)
			.update();
		this.memory.forget();
	}

	/** The timer that was moved last; empty before the first. */
	public String movedAfter(String number) {
		return this.jdbc.sql("select moved_after from campaign_date_move where number = :number")
			.param("number", number)
			.query(String.class)
			.single();
	}

	/** Writes down which timer was moved last. */
	public void advance(String number, String timer) {
		this.jdbc.sql("update campaign_date_move set moved_after = :timer where number = :number")
			.param("timer", timer)
			.param("number", number)
			.update();
	}

	private static DateMove map(ResultSet row, int index) throws SQLException {
		return new DateMove(row.getString("number"), Scope.valueOf(row.getString("scope")), row.getString("subject"),
				instant(row, "closing").orElseThrow(), row.getString("reason"), State.valueOf(row.getString("state")),
				row.getString("proposed_by"), instant(row, "proposed_at").orElseThrow(), text(row, "checked_by"),
				text(row, "decided_by"), instant(row, "decided_at"), text(row, "refusal"));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).orElse("");
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
