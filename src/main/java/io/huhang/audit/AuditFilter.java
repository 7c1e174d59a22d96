package io.huhang.audit;

import java.time.Instant;
import java.util.Locale;

/**
 * Which entries are wanted; an empty text asks for all.
 *
 * @param subject part of the number of the record
 * @param begin the first instant
 * @param end the first instant that is too late
 */
public record AuditFilter(String subject, String actor, String action, Instant begin, Instant end) {

	/** All that SQL's {@code like} reads as a sign stands for itself. */
	String subjectPattern() {
		return "%" + this.subject.strip().toUpperCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
	}

}
