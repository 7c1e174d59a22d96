package io.huhang.evaluation;

import java.time.Instant;
import java.util.Optional;

/**
 * A case or region application that takes part in the evaluation (通知二（四）), for the first
 * time or again.
 *
 * @param number of the case or the region application
 * @param round 1, and one more each time that it was reinstated (恢复)
 * @param source number of the list that it came with; its own where it came by itself
 * @param begunAt when its evaluation began; empty while it waits for that
 */
public record Subject(String number, int round, String source, State state, Instant takenAt, Optional<Instant> begunAt,
		Optional<Instant> endedAt) {

	private static final String REGION = "-DQ-";

	/** Where its evaluation stands. */
	public enum State {

		/** 待评审. */
		WAITING("待评审"),
		/** 评审中. */
		OPEN("评审中"),
		/** 审查通过. */
		PASSED("审查通过"),
		/** 不予受理. */
		REFUSED("不予受理");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** Whether it is a region's application. */
	public boolean isRegion() {
		return isRegion(this.number);
	}

	/** Whether this is the number of a region's application. */
	public static boolean isRegion(String number) {
		return number.contains(REGION);
	}

	/** Whether its evaluation has come to an end. */
	public boolean isSettled() {
		return this.endedAt.isPresent();
	}

}
