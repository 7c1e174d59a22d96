package io.huhang.audit;

import java.util.Map;

import io.huhang.audit.Verification.Fault;

/**
 * Recomputes the chain entry by entry and keeps the first thing that is wrong. Whoever
 * alters an entry and computes its hash anew is noticed one entry later, since the next
 * one holds the old hash.
 */
class ChainWalk {

	private final Head head;

	private final Map<Long, String> remembered;

	private long position;

	private String hash = "";

	private long faultPosition;

	private Fault fault = Fault.NONE;

	/**
	 * A walk from the first entry on.
	 * @param head where the chain should end
	 * @param remembered hashes that earlier verifications found, by position
	 */
	ChainWalk(Head head, Map<Long, String> remembered) {
		this.head = head;
		this.remembered = remembered;
	}

	void next(AuditEntry entry) {
		if (this.fault != Fault.NONE) {
			return;
		}
		this.position++;
		if (entry.position() > this.position && this.position <= this.head.position()) {
			found(Fault.DELETED);
		}
		else if (entry.position() != this.position || this.position > this.head.position()) {
			found(Fault.INSERTED);
		}
		else if (!isSealed(entry)) {
			found(Fault.ALTERED);
		}
		else if (!this.remembered.getOrDefault(this.position, entry.hash()).equals(entry.hash())) {
			found(Fault.REWRITTEN);
		}
		this.hash = entry.hash();
	}

	private boolean isSealed(AuditEntry entry) {
		return Seal.isPlain(entry.actor(), entry.action(), entry.subject())
				&& Seal.of(entry, this.hash).equals(entry.hash());
	}

	/** Compares the end with the head and with what earlier verifications have seen. */
	void end() {
		if (this.fault != Fault.NONE) {
			return;
		}
		long longest = this.remembered.keySet().stream().reduce(this.head.position(), Math::max);
		if (this.position < longest) {
			this.position++;
			found(Fault.DELETED);
		}
		else if (!this.hash.equals(this.head.hash())) {
			found(Fault.ALTERED);
		}
	}

	private void found(Fault what) {
		this.fault = what;
		this.faultPosition = this.position;
	}

	long faultPosition() {
		return this.faultPosition;
	}

	Fault fault() {
		return this.fault;
	}

}
