package io.huhang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.huhang.audit.AuditRows.Sealed;
import io.huhang.audit.AuditRows.Waiting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain over the record. Entries are inserted freely by whoever acts, so that no two
 * people wait for each other, and sealed afterwards, seconds later, by one at a time (ADR
 * 5). The order of the chain is the order of sealing: ids of rows commit out of order and
 * leave gaps.
 * <p>
 * What it cannot see: a change within the seconds before the seal; an entry that somebody
 * with access to the database adds at the end for the sealer to take; and a chain whose
 * hashes, head and verifications were all written anew. Against the last one keep an
 * export, or only the newest hash, outside of the database.
 */
@Component
public class AuditChain {

	private static final int BATCH = 500;

	private final AuditRows rows;

	private final Clock clock;

	AuditChain(AuditRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/** Seals what has been committed since; may be repeated and run on every node. */
	@Transactional
	public int seal() {
		Head head = this.rows.lockHead();
		int sealed = 0;
		for (List<Waiting> next = this.rows.waiting(BATCH); !next.isEmpty(); next = this.rows.waiting(BATCH)) {
			head = seal(head, next);
			sealed += next.size();
		}
		return sealed;
	}

	private Head seal(Head head, List<Waiting> entries) {
		List<Sealed> seals = new ArrayList<>();
		Head last = head;
		for (Waiting waiting : entries) {
			AuditEntry entry = waiting.entry();
			long position = last.position() + 1;
			last = new Head(position, Seal.of(
					new AuditEntry(position, entry.actor(), entry.action(), entry.subject(), entry.happenedAt(), ""),
					last.hash()));
			seals.add(new Sealed(waiting.id(), position, last.hash()));
		}
		this.rows.seal(seals);
		return last;
	}

	/** Recomputes the whole chain and keeps what it found. */
	@Transactional
	public Verification verify(String userId) {
		Head head = this.rows.lockHead();
		ChainWalk walk = new ChainWalk(head, this.rows.rememberedHeads());
		this.rows.walk(walk::next);
		walk.end();
		Verification found = new Verification(userId, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				head.position(), head.hash(), walk.faultPosition(), walk.fault());
		this.rows.remember(found);
		return found;
	}

	/** What the newest verification found. */
	public Optional<Verification> latestVerification() {
		return this.rows.latestVerification();
	}

	/** How many entries wait for their seal. */
	public long waiting() {
		return this.rows.countWaiting();
	}

	/** The wanted entries, the newest first; pages count from 0. */
	public List<AuditEntry> find(AuditFilter filter, int page, int size) {
		return this.rows.find(filter, page, size);
	}

	/** How many entries are wanted. */
	public long count(AuditFilter filter) {
		return this.rows.count(filter);
	}

	/**
	 * Writes every sealed entry as CSV, in the order of the chain.
	 * @param label how people read an action
	 */
	@Transactional(readOnly = true)
	public void export(Writer out, UnaryOperator<String> label) {
		try {
			out.write(AuditCsv.HEAD);
			this.rows.walk(entry -> write(out, AuditCsv.line(entry, label)));
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Writer out, String line) {
		try {
			out.write(line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
