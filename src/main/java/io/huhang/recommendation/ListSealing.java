package io.huhang.recommendation;

import java.util.List;
import java.util.Objects;

import io.huhang.approval.Parcel;

/**
 * 用印与寄送 as the officer ticks it (附件1 封面, 填表须知三; 附件3 推荐单位（盖章）). Ticks are "true" or empty.
 *
 * @param letterNumber 文号 of the 报送函, or 无
 * @param letterDate its 成文日期 as an ISO date
 * @param annex3Seal annex 3 carries the authority's 公章
 * @param partnerSeal annex 3 carries the 公章 of the authority that joins (联合推荐)
 * @param copies paper originals of annex 3, as typed
 * @param covers one entry per recommended case
 * @param carrier who carries the paper
 * @param waybill the carrier's number
 * @param dispatchedOn ISO date on which the paper left
 * @param confirmations the warnings about scans that the officer has confirmed, by
 * {@link io.huhang.campaign.Problem#confirmation()}
 */
public record ListSealing(String letterNumber, String letterDate, String annex3Seal, String partnerSeal, String copies,
		List<Cover> covers, String carrier, String waybill, String dispatchedOn, List<String> confirmations) {

	/** What a browser leaves out was not filled. */
	public ListSealing {
		letterNumber = (letterNumber != null) ? letterNumber.strip() : "";
		letterDate = (letterDate != null) ? letterDate.strip() : "";
		partnerSeal = (partnerSeal != null) ? partnerSeal : "";
		covers = (covers != null) ? List.copyOf(covers) : List.of();
		confirmations = (confirmations != null) ? confirmations.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Nothing ticked yet. */
	public static ListSealing empty() {
		return new ListSealing("", "", "", "", "", List.of(), "", "", "", List.of());
	}

	/** How the paper leaves. */
	public Parcel parcel() {
		return new Parcel(this.carrier, this.waybill, this.dispatchedOn);
	}

	/** What is ticked about this case. */
	Cover cover(String caseNumber) {
		return this.covers.stream()
			.filter(cover -> cover.caseNumber().equals(caseNumber))
			.findFirst()
			.orElseGet(() -> new Cover(caseNumber, "", "", ""));
	}

	/**
	 * One case.
	 *
	 * @param seal its cover carries the authority's 公章
	 * @param partnerSeal its cover carries the 公章 of the authority that joins
	 * @param copies paper originals of its 申报书 with all evidence, as typed
	 */
	public record Cover(String caseNumber, String seal, String partnerSeal, String copies) {

		/** What a browser leaves out was not filled. */
		public Cover {
			partnerSeal = (partnerSeal != null) ? partnerSeal : "";
			copies = (copies != null) ? copies.strip() : "";
		}

	}

}
