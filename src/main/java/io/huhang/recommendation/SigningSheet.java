package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * 签报: a list on one page, as it is put before who signs it.
 *
 * @param approver who signs, such as 局领导
 * @param regionWarning where the lists of one region pass the cap together; else empty
 * @param reviews what the head has said about this version; empty where levels are merged
 */
public record SigningSheet(String authorityName, String approver, String rankedBy, Instant rankedAt,
		List<Line> recommended, List<Line> reserves, List<Line> omitted, String excessReason, String regionWarning,
		List<String> reviews) {

	/**
	 * One case.
	 *
	 * @param place its place in the order of its group; empty when it is not recommended
	 * @param reason why it is a reserve or not recommended
	 */
	public record Line(String place, String caseNumber, String caseName, String unitName, String category,
			String direction, String summary, String reason) {
	}

}
