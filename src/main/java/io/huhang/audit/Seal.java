package io.huhang.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.huhang.campaign.Sha256;

/**
 * The hash that chains an entry to the one before it: SHA-256 of six lines in UTF-8, each
 * with a line feed at its end: position, actor, action, subject, instant (UTC with six
 * decimals, such as {@code 2024-11-11T01:00:00.000000Z}) and the previous hash, which is
 * empty at position 1. Anybody can compute it with {@code printf} and {@code sha256sum}.
 */
final class Seal {

	private static final DateTimeFormatter INSTANT = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private Seal() {
	}

	static String of(AuditEntry entry, String previous) {
		return Sha256.hex(String.join("\n", Long.toString(entry.position()), entry.actor(), entry.action(),
				entry.subject(), text(entry.happenedAt()), previous, ""));
	}

	/** The instant as the seal reads it. */
	static String text(Instant instant) {
		return INSTANT.format(instant);
	}

	/** Whether no text can pass for two: a line feed would move the fields. */
	static boolean isPlain(String... texts) {
		return List.of(texts).stream().allMatch(text -> text.chars().noneMatch(Character::isISOControl));
	}

}
