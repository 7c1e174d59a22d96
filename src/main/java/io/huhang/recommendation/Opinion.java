package io.huhang.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;

/** 推荐意见: what the authority says about one case on its list (R16, R17). */
public enum Opinion {

	/** 推荐: stands in annex 3. */
	RECOMMEND("推荐"),
	/** 备选: moves up if a recommended case drops out before the list leaves. */
	RESERVE("备选"),
	/** 不推荐. */
	DECLINE("不推荐"),
	/** Nobody has said anything yet. */
	OPEN("待定");

	private final String label;

	Opinion(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

	/** Whether a reason belongs to it. */
	public boolean needsReason() {
		return this == RESERVE || this == DECLINE;
	}

	/** Reads a name, or the tick that lists held before there were reserves. */
	@JsonCreator
	static Opinion of(String text) {
		return switch (text) {
			case "true" -> RECOMMEND;
			case "false", "" -> DECLINE;
			default -> valueOf(text);
		};
	}

}
