package io.huhang.recommendation;

import java.util.List;

import io.huhang.document.PaperCount;
import io.huhang.paper.CountedPaper;

/**
 * 登记纸质材料 of a list as the ministry's officer types it: what was counted, and what becomes
 * of cases above the cap (R19, R21, R30).
 *
 * @param outcome as in {@link CountedPaper}
 * @param excess name of an {@link ExcessOutcome}, or empty
 * @param receivedOn ISO date on which the paper arrived
 * @param counts one entry per item that was looked at
 */
public record ListPaper(String outcome, String excess, String receivedOn, List<PaperCount> counts, String remark) {

	/** What a browser leaves out was not filled. */
	public ListPaper {
		CountedPaper counted = new CountedPaper(outcome, receivedOn, counts, remark);
		outcome = counted.outcome();
		excess = (excess != null) ? excess : "";
		receivedOn = counted.receivedOn();
		counts = counted.counts();
		remark = counted.remark();
	}

	/** With this a round begins. */
	static ListPaper begin(CountedPaper counted) {
		return new ListPaper(counted.outcome(), "", counted.receivedOn(), counted.counts(), counted.remark());
	}

	/** What was counted. */
	public CountedPaper counted() {
		return new CountedPaper(this.outcome, this.receivedOn, this.counts, this.remark);
	}

	boolean isRefused() {
		return ExcessOutcome.REFUSE.name().equals(this.excess);
	}

	boolean isCut() {
		return ExcessOutcome.CUT.name().equals(this.excess);
	}

}
