package io.huhang.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The list as ordered by the officer (R17): the order of the entries is the order of
 * recommendation, so that no place can be missing or given twice. Reserves have an order
 * of their own.
 *
 * @param excessReason why more cases than the cap are recommended (R19); empty below it
 */
public record Ranking(List<Entry> entries, String excessReason) {

	/** What a browser leaves out was not filled. */
	public Ranking {
		entries = (entries != null) ? entries.stream().filter(Objects::nonNull).toList() : List.of();
		excessReason = (excessReason != null) ? excessReason.strip() : "";
	}

	/** Nothing ordered yet. */
	public static Ranking empty() {
		return new Ranking(List.of(), "");
	}

	/** The recommended cases, best first. */
	public List<String> recommended() {
		return of(Opinion.RECOMMEND).stream().map(Entry::caseNumber).toList();
	}

	/** What is said to be so, in its order. */
	public List<Entry> of(Opinion opinion) {
		return this.entries.stream().filter(entry -> entry.is(opinion)).toList();
	}

	/** The same with the recommended first, then reserves, then the others. */
	Ranking grouped() {
		return new Ranking(this.entries.stream().sorted(Comparator.comparing(Entry::opinion)).toList(),
				this.excessReason);
	}

	/** Cases that stand on the list more than once. */
	List<String> repeated() {
		return this.entries.stream()
			.collect(Collectors.groupingBy(Entry::caseNumber, Collectors.counting()))
			.entrySet()
			.stream()
			.filter(count -> count.getValue() > 1)
			.map(count -> count.getKey())
			.sorted()
			.toList();
	}

	/**
	 * One case on the list.
	 *
	 * @param reason why it is a reserve or not recommended
	 */
	// Lists from before the reserves hold "recommend", and "recommended" beside it.
	@JsonIgnoreProperties("recommended")
	public record Entry(String caseNumber, @JsonAlias("recommend") Opinion opinion, String reason) {

		public Entry {
			caseNumber = (caseNumber != null) ? caseNumber : "";
			opinion = (opinion != null) ? opinion : Opinion.OPEN;
			reason = (reason != null && opinion.needsReason()) ? reason.strip() : "";
		}

		/** Whether this is said of it. */
		public boolean is(Opinion wanted) {
			return this.opinion == wanted;
		}

	}

}
