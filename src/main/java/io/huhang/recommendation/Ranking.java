package io.huhang.recommendation;

import java.util.List;

/**
 * The authority's list as ordered by its officer (R17): the order of the entries is the
 * order of recommendation.
 *
 * @param excessReason why more cases than the cap are recommended (R19); empty below it
 */
public record Ranking(List<Entry> entries, String excessReason) {

	/** What a browser leaves out was not filled. */
	public Ranking {
		entries = (entries != null) ? List.copyOf(entries) : List.of();
	}

	/** The recommended cases, best first. */
	public List<String> recommended() {
		return this.entries.stream().filter(Entry::isRecommended).map(Entry::caseNumber).toList();
	}

	/**
	 * One case on the list.
	 *
	 * @param recommend "true" when it is recommended
	 * @param reason why it is not recommended
	 */
	public record Entry(String caseNumber, String recommend, String reason) {

		public boolean isRecommended() {
			return "true".equals(this.recommend);
		}

	}

}
