package io.huhang.application;

/** Which 企业类别 may choose which 申报方向 (附件1 三, C3): decided by a table. */
@FunctionalInterface
public interface Eligibility {

	/**
	 * Whether an enterprise of this category may apply in this direction.
	 * @param direction code of the direction, such as D1
	 * @param category code of the category, such as INDUSTRIAL
	 */
	boolean allows(String direction, String category);

}
