package io.huhang.region;

/** How a region application ends before there is a result. */
public enum RegionEnding {

	/** The authority took it back before it left. */
	WITHDRAWN("已撤回"),
	/** It had not left when the ministry's reception closed (通知二（三）). */
	OVERDUE("逾期未报"),
	/** The bureau has not agreed that this authority applies (C15). */
	NOT_ADMITTED("未同意申报");

	private final String label;

	RegionEnding(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

}
