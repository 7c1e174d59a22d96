package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * 签报: a list on one page, as it is put before who signs it.
 *
 * @param approver who signs, such as 局领导
 * @param regionWarning where the lists of one region pass the cap together; else empty
 * @param opinions what was said about this version before: by the head, unless levels are
 * merged, and by the authority that joins (联合推荐)
 */
public record SigningSheet(String authorityName, String approver, String rankedBy, Instant rankedAt,
		List<Line> recommended, List<Line> reserves, List<Line> omitted, String excessReason, String regionWarning,
		List<Said> opinions) {

	/**
	 * What one person said.
	 *
	 * @param step such as 复核意见
	 */
	public record Said(String step, String text) {
	}

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
