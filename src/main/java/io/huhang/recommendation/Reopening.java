package io.huhang.recommendation;

/**
 * 是否重新开放 a list that has missed its closing date, as the bureau's head answers.
 *
 * @param decision {@link #REOPEN} or {@link #END}
 * @param closing the new closing date as typed: a day, which counts as a whole, or a
 * minute; nothing where the list stays closed
 * @param reason what the authority reads
 */
public record Reopening(String decision, String closing, String reason) {

	/** 重新开放. */
	public static final String REOPEN = "REOPEN";

	/** 不再开放. */
	public static final String END = "END";

	/** What a browser leaves out was not filled. */
	public Reopening {
		decision = (decision != null) ? decision : "";
		closing = (closing != null) ? closing.strip() : "";
		reason = (reason != null) ? reason.strip() : "";
	}

	boolean reopens() {
		return REOPEN.equals(this.decision);
	}

}
