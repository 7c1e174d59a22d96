package io.huhang.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was done under which key, so that a command that arrives again is answered again
 * and not done again (ADR 6). The unique key also settles two at the same moment: the
 * second one waits for the first and then finds its answer.
 */
@Repository
public class Commands {

	/** How long a command is known; nobody repeats one after so many days. */
	static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Commands(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Does the work and keeps its answer, or gives the answer that it had the first time.
	 * Not within a transaction: the work gets one of its own.
	 * @throws CommandConflictException if the key belongs to another command
	 */
	public String once(Command command, Supplier<String> work) {
		try {
			return answer(command).orElseGet(() -> this.transaction.execute(status -> first(command, work)));
		}
		catch (DuplicateKeyException ex) {
			// Somebody was faster; if not with this key, the work itself has failed.
			return answer(command).orElseThrow(() -> ex);
		}
	}

	private String first(Command command, Supplier<String> work) {
		// The key first: whoever comes second waits here and has changed nothing yet.
		take(command, "");
		String answer = work.get();
		this.jdbc.sql("update audit_command set answer = :answer where command_key = :key")
			.param("answer", answer)
			.param("key", command.key())
			.update();
		return answer;
	}

	/**
	 * Takes the key in the caller's transaction, which fails if the key is taken.
	 * @throws DuplicateKeyException if the key is taken
	 */
	public void take(Command command, String answer) {
		this.jdbc
			.sql("insert into audit_command (command_key, actor, fingerprint, answer, done_at)"
					+ " values (:key, :actor, :fingerprint, :answer, :now)")
			.param("key", command.key())
			.param("actor", command.actor())
			.param("fingerprint", command.fingerprint())
			.param("answer", answer)
			.param("now", now())
			.update();
	}

	/**
	 * The answer that this command had; empty if it was not done.
	 * @throws CommandConflictException if the key belongs to another command
	 */
	public Optional<String> answer(Command command) {
		return find(command.key()).map(done -> {
			if (!done.command().equals(command)) {
				throw new CommandConflictException();
			}
			return done.answer();
		});
	}

	/** A command that was done, and its answer. */
	public record Done(Command command, String answer) {
	}

	/** What was done under this key. */
	public Optional<Done> find(String key) {
		return this.jdbc
			.sql("select command_key, actor, fingerprint, answer from audit_command where command_key = :key")
			.param("key", key)
			.query((row,
					index) -> new Done(new Command(row.getString("command_key"), row.getString("actor"),
							row.getString("fingerprint")), row.getString("answer")))
			.optional();
	}

	/** Forgets what is too old to be repeated; tells how many. */
	int sweep() {
		return this.jdbc.sql("delete from audit_command where done_at < :before")
			.param("before", now().minus(KEPT))
			.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), this.clock.getZone());
	}

}
