package io.huhang.campaign;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's request that the rules refuse. The message is Chinese, since a person reads
 * it wherever no field shows the problems.
 */
public class RefusedException extends RuntimeException {

	private final transient List<Problem> problems;

	public RefusedException(List<Problem> problems) {
		super(problems.stream().map(Problem::text).collect(Collectors.joining("；")));
		this.problems = List.copyOf(problems);
	}

	public RefusedException(String field, String text, String clause) {
		this(List.of(new Problem(field, text, clause)));
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
