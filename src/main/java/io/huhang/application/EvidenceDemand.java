package io.huhang.application;

import java.util.List;

/**
 * Which evidence a direction asks of a category (附件1 三, R45..R49): decided by a table.
 */
@FunctionalInterface
public interface EvidenceDemand {

	/**
	 * The slots in the order of the annex; none for a pair that the annex does not know.
	 * @param direction code of the direction, such as D1
	 * @param category code of the category, such as INDUSTRIAL
	 * @param level 网络安全级别 of the direction's regime; empty where it has none
	 */
	List<EvidenceSlot> of(String direction, String category, String level);

}
