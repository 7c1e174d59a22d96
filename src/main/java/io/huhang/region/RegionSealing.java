package io.huhang.region;

import java.util.List;
import java.util.Objects;

import io.huhang.approval.Parcel;

/**
 * 用印与寄送 as the officer ticks it (附件2 封面 申报单位（加盖单位公章）, 填表须知三). Ticks are "true" or empty.
 *
 * @param seal the cover carries the 公章 of the leading authority
 * @param partnerSeal the cover carries the 公章 of the authority that joins
 * @param crossSeal 骑缝章 runs over all pages
 * @param copies paper originals, as typed
 * @param way {@link #ALONE} or {@link #WITH_LIST}
 * @param carrier who carries the paper, where it goes alone
 * @param waybill the carrier's number
 * @param dispatchedOn ISO date on which the paper left
 * @param confirmations the warnings about the scan that the officer has confirmed, by
 * {@link io.huhang.campaign.Problem#confirmation()}
 */
public record RegionSealing(String seal, String partnerSeal, String crossSeal, String copies, String way,
		String carrier, String waybill, String dispatchedOn, List<String> confirmations) {

	/** 单独寄送. */
	public static final String ALONE = "ALONE";

	/** 随案例推荐材料统一寄送 (C17). */
	public static final String WITH_LIST = "WITH_LIST";

	/** What a browser leaves out was not filled. */
	public RegionSealing {
		seal = typed(seal);
		partnerSeal = typed(partnerSeal);
		crossSeal = typed(crossSeal);
		copies = typed(copies);
		way = typed(way);
		carrier = typed(carrier);
		waybill = typed(waybill);
		dispatchedOn = typed(dispatchedOn);
		confirmations = (confirmations != null) ? confirmations.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Nothing ticked yet. */
	public static RegionSealing empty() {
		return new RegionSealing("", "", "", "", "", "", "", "", List.of());
	}

	/** Whether it goes along with the list. */
	public boolean goesAlong() {
		return WITH_LIST.equals(this.way);
	}

	/** How the paper leaves. */
	public Parcel parcel() {
		return new Parcel(this.carrier, this.waybill, this.dispatchedOn);
	}

	/** The same as it left with a list. */
	RegionSealing leftIn(Parcel parcel) {
		return new RegionSealing(this.seal, this.partnerSeal, this.crossSeal, this.copies, this.way, parcel.carrier(),
				parcel.waybill(), parcel.dispatchedOn(), this.confirmations);
	}

	private static String typed(String text) {
		return (text != null) ? text.strip() : "";
	}

}
