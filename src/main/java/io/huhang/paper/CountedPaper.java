package io.huhang.paper;

import java.util.List;
import java.util.Objects;

import io.huhang.document.PaperCount;

/**
 * 登记纸质材料 as the ministry's officer types it, one round of it (R21, R30).
 *
 * @param outcome {@link #COMPLETE} or {@link #MISSING}
 * @param receivedOn ISO date on which the paper arrived
 * @param counts one entry per item that was looked at
 */
public record CountedPaper(String outcome, String receivedOn, List<PaperCount> counts, String remark) {

	/** 齐全. */
	public static final String COMPLETE = "COMPLETE";

	/** 缺件. */
	public static final String MISSING = "MISSING";

	/** What a browser leaves out was not filled. */
	public CountedPaper {
		outcome = (outcome != null) ? outcome : "";
		receivedOn = (receivedOn != null) ? receivedOn.strip() : "";
		counts = (counts != null) ? counts.stream().filter(Objects::nonNull).toList() : List.of();
		remark = (remark != null) ? remark.strip() : "";
	}

	/** With this the next round begins: what was found is not looked for again. */
	CountedPaper again(String nextReceivedOn) {
		return new CountedPaper("", nextReceivedOn, this.counts.stream().map(PaperCount::withoutRemark).toList(), "");
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

}
