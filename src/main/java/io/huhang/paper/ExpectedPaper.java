package io.huhang.paper;

import io.huhang.document.PaperItem;

/**
 * One item of the paper that arrives together.
 *
 * @param rank place of its case on the list, 0 for what belongs to no case
 * @param unitName 企业名称; empty for what belongs to no case
 * @param exemption why nobody has to count it; empty for what is required
 */
public record ExpectedPaper(PaperItem item, int rank, String unitName, String exemption) {

	/** Whether it has to be complete. */
	public boolean isRequired() {
		return this.exemption.isEmpty();
	}

	/** How a sentence calls it. */
	public String called() {
		return (this.rank > 0) ? "第%d个案例“%s”".formatted(this.rank, this.item.title()) : this.item.title();
	}

	/** The same, which nobody has to count for this reason. */
	public ExpectedPaper exempt(String reason) {
		return new ExpectedPaper(this.item, this.rank, this.unitName, reason);
	}

}
