package io.huhang.recommendation;

import java.util.UUID;

/**
 * 补正事项: one place of a revision that the officer wants corrected (通知二（二）).
 *
 * @param target key of a field of annex 1, {@link #SCAN}, or {@link #file(UUID)}
 * @param reason what is wrong there and what is asked for
 */
public record Correction(String target, String reason) {

	/** The sealed scan. */
	public static final String SCAN = "scan";

	private static final String FILE = "file:";

	/** What a browser leaves out was not filled. */
	public Correction {
		target = (target != null) ? target.strip() : "";
		reason = (reason != null) ? reason.strip() : "";
	}

	/** The target of a piece of evidence. */
	public static String file(UUID id) {
		return FILE + id;
	}

	/** Whether one of the evidence files is meant. */
	public static boolean isFile(String target) {
		return target.startsWith(FILE);
	}

}
