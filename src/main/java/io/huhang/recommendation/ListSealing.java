package io.huhang.recommendation;

import java.util.List;

/**
 * 用印与寄送 as the officer ticks it (附件1 封面, 填表须知三; 附件3 推荐单位（盖章）). Ticks are "true" or empty.
 *
 * @param annex3Seal annex 3 carries the authority's 公章
 * @param copies paper originals of annex 3 and of every case, as typed
 * @param covers one entry per recommended case
 * @param carrier who carries the paper
 * @param waybill the carrier's number
 * @param dispatchedOn ISO date on which the paper left
 */
public record ListSealing(String annex3Seal, String copies, List<Cover> covers, String carrier, String waybill,
		String dispatchedOn) {

	/** What a browser leaves out was not filled. */
	public ListSealing {
		covers = (covers != null) ? List.copyOf(covers) : List.of();
	}

	/** Nothing ticked yet. */
	public static ListSealing empty() {
		return new ListSealing("", "", List.of(), "", "", "");
	}

	/** Whether the cover of this case is ticked. */
	public boolean coverSealed(String caseNumber) {
		return this.covers.stream()
			.anyMatch(cover -> cover.caseNumber().equals(caseNumber) && "true".equals(cover.seal()));
	}

	/** The cover of one case. */
	public record Cover(String caseNumber, String seal) {
	}

}
