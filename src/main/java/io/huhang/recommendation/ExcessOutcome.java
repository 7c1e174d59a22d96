package io.huhang.recommendation;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of a list above the cap when the ministry receives it (R19, C13). */
public enum ExcessOutcome {

	/** The list keeps to the cap. */
	NONE("未超过上限"),
	/** All of it is received. */
	ALL("超过上限，全部接收"),
	/** Cases behind the cap are not. */
	CUT("超过上限，只接收上限以内的案例"),
	/** Nothing of it is. */
	REFUSE("超过上限，名单不予接收");

	private final String label;

	ExcessOutcome(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

	/** What the form means; nothing chosen is a list that keeps to the cap. */
	static Optional<ExcessOutcome> of(String answer) {
		return (answer == null || answer.isEmpty()) ? Optional.of(NONE)
				: Arrays.stream(values()).filter(outcome -> outcome.name().equals(answer)).findFirst();
	}

}
