package io.huhang.recommendation;

import java.util.List;
import java.util.Objects;

import io.huhang.document.PaperCount;

/**
 * 登记纸质材料 as the ministry's officer types it, one round of it (R21, R30).
 *
 * @param outcome {@link #COMPLETE} or {@link #MISSING}
 * @param excess name of an {@link ExcessOutcome}, or empty
 * @param receivedOn ISO date on which the paper arrived
 * @param counts one entry per item that was looked at
 */
public record ListPaper(String outcome, String excess, String receivedOn, List<PaperCount> counts, String remark) {

	/** 齐全. */
	public static final String COMPLETE = "COMPLETE";

	/** 缺件. */
	public static final String MISSING = "MISSING";

	/** What a browser leaves out was not filled. */
	public ListPaper {
		outcome = (outcome != null) ? outcome : "";
		excess = (excess != null) ? excess : "";
		receivedOn = (receivedOn != null) ? receivedOn.strip() : "";
		counts = (counts != null) ? counts.stream().filter(Objects::nonNull).toList() : List.of();
		remark = (remark != null) ? remark.strip() : "";
	}

	/** Nothing counted yet of what arrived on this day. */
	static ListPaper begin(String receivedOn) {
		return new ListPaper("", "", receivedOn, List.of(), "");
	}

	/** With this the next round begins: what was found is not looked for again. */
	ListPaper again(String nextReceivedOn) {
		return new ListPaper("", "", nextReceivedOn, this.counts.stream().map(PaperCount::withoutRemark).toList(), "");
	}

	/** What was counted of this item. */
	public PaperCount count(String key) {
		return this.counts.stream()
			.filter(count -> count.key().equals(key))
			.findFirst()
			.orElseGet(() -> PaperCount.none(key));
	}

	boolean isMissing() {
		return MISSING.equals(this.outcome);
	}

	boolean isRefused() {
		return ExcessOutcome.REFUSE.name().equals(this.excess);
	}

	boolean isCut() {
		return ExcessOutcome.CUT.name().equals(this.excess);
	}

}
