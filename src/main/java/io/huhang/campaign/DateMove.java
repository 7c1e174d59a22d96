package io.huhang.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A closing date that is to be moved, or was (通知二（三）).
 *
 * @param number such as HH2024-TZ-01
 * @param subject key of the authority or number of the case; empty for everybody's
 * @param closing the first instant that is too late then
 * @param checkedBy empty while nobody has checked it
 * @param decidedBy empty while nobody has decided
 * @param refusal why it was not agreed to; empty if it was, or nobody has decided
 */
public record DateMove(String number, Scope scope, String subject, Instant closing, String reason, State state,
		String proposedBy, Instant proposedAt, String checkedBy, String decidedBy, Optional<Instant> decidedAt,
		String refusal) {

	/** Whose closing date it is. */
	public enum Scope {

		/** Of all lists and region applications. */
		CAMPAIGN("全部推荐单位的报送截止时间"),
		/** Of the list and the region applications of one authority. */
		AUTHORITY("一个推荐单位的报送截止时间"),
		/** Of one case that is being filled in. */
		CASE("一个申报单位的申报截止时间"),
		/** Of everything that is handed in to one authority: it sets this one itself. */
		FILING("本单位受理申报材料的截止时间");

		private final String label;

		Scope(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** How far it has come. */
	public enum State {

		/** Waits for the bureau's officer. */
		PROPOSED("待部经办人审核"),
		/** Waits for the bureau's head. */
		CHECKED("待部处长批准"),
		/** Holds. */
		AGREED("已生效"),
		/** Does not. */
		REFUSED("未同意");

		/** Of those nobody has decided yet. */
		public static final List<State> OPEN = List.of(PROPOSED, CHECKED);

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

}
