package io.huhang.web;

import java.util.List;

import io.huhang.campaign.Problem;

/**
 * The problems of a form without script: each at its field, all at once.
 */
record FieldProblems(List<Problem> all) {

	static final FieldProblems NONE = new FieldProblems(List.of());

	/** What is wrong with this field. */
	public List<String> at(String field) {
		return this.all.stream().filter(problem -> problem.field().equals(field)).map(Problem::text).toList();
	}

	/** What may be kept once it has been looked at. */
	public List<Problem> doubts() {
		return this.all.stream().filter(problem -> !problem.blocks()).toList();
	}

	/** How many there are. */
	public int count() {
		return this.all.size();
	}

}
