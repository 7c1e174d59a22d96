package io.huhang.recommendation;

import java.util.List;

import io.huhang.document.Stamp;

/**
 * What one 报送函 is made from, by which an authority sends its list to the ministry
 * (通知二（三）: 统一报送).
 *
 * @param number 文号 as printed; empty for a letter without one
 * @param date 成文日期 as printed, with blanks while nobody has typed it
 * @param recommenders the authorities that sign, one or, for a joint recommendation, two
 * (C14)
 * @param cases how many cases are recommended
 * @param regions how many 成效突出地区 applications go along (C17)
 * @param excessReason why more than the cap are recommended (C13); empty for no more
 * @param enclosures 附件 in order
 */
public record CoveringLetter(Stamp stamp, String number, String date, List<String> recommenders, int cases, int regions,
		String excessReason, List<Enclosure> enclosures, String contactName, String contactPhone) {

	/**
	 * One kind of material that goes along.
	 *
	 * @param title what it is, and in how many copies
	 * @param items its pieces in order; none where the title says all
	 */
	public record Enclosure(String title, List<String> items) {
	}

}
