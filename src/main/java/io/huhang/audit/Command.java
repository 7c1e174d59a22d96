package io.huhang.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.huhang.campaign.Sha256;

/**
 * Something a person may send twice, because the answer got lost or a button was clicked
 * again.
 *
 * @param key one per intention: made by the form, or given by the task
 * @param actor login name
 * @param fingerprint SHA-256 of what was sent
 */
public record Command(String key, String actor, String fingerprint) {

	/** A command with these contents, in this order. */
	public static Command of(String key, String actor, String... contents) {
		return new Command(key, actor, fingerprint(contents));
	}

	// With their lengths, so that no two lists of contents read alike.
	private static String fingerprint(String... contents) {
		return Sha256.hex(Arrays.stream(contents)
			.map(content -> content.length() + ":" + content)
			.collect(Collectors.joining(",")));
	}

}
