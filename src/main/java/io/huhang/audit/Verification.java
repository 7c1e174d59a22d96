package io.huhang.audit;

import java.time.Instant;

/**
 * What a walk along the chain found.
 *
 * @param verifiedBy login name, or {@code system}
 * @param count how many entries the chain should hold
 * @param hash the hash of its newest entry
 * @param faultPosition the first position where something is wrong; 0 if nothing is
 */
public record Verification(String verifiedBy, Instant verifiedAt, long count, String hash, long faultPosition,
		Fault fault) {

	/** Whether every entry is as it was sealed. */
	public boolean passed() {
		return this.fault == Fault.NONE;
	}

	/** What is wrong there. */
	public enum Fault {

		/** Nothing. */
		NONE("校验通过"),
		/** Its text, its place or its hash is not the one that was sealed. */
		ALTERED("记录内容、次序或校验值与封存时不一致"),
		/** There is no such entry any more. */
		DELETED("记录缺失"),
		/** It was never sealed by the system. */
		INSERTED("记录非系统封存，系事后插入"),
		/** The chain fits, but not with what an earlier verification found there. */
		REWRITTEN("与以往校验留存的校验值不一致，此前的记录被整体改写");

		private final String label;

		Fault(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

}
