package io.huhang.paper;

/**
 * 补齐纸质材料 as the authority's officer types it: how what was missing is on its way.
 *
 * @param carrier who carries it
 * @param waybill the carrier's number
 * @param sentOn ISO date on which it left
 */
public record PaperSupplement(String carrier, String waybill, String sentOn, String remark) {

	/** What a browser leaves out was not filled. */
	public PaperSupplement {
		carrier = (carrier != null) ? carrier.strip() : "";
		waybill = (waybill != null) ? waybill.strip() : "";
		sentOn = (sentOn != null) ? sentOn.strip() : "";
		remark = (remark != null) ? remark.strip() : "";
	}

	/** Nothing typed yet. */
	static PaperSupplement empty() {
		return new PaperSupplement("", "", "", "");
	}

}
