package io.huhang.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first lines of a template say about its letters.
 *
 * @param needs the keys of the model without which it says nothing
 * @param label what people call letters of this kind
 * @param keeps the date that its reader keeps, if it names one
 */
record LetterHeader(List<String> needs, String label, Optional<Keeps> keeps) {

	private static final Pattern NEEDS = Pattern.compile("<!--/\\* needs: ([\\w ]+) \\*/-->");

	private static final Pattern LABEL = Pattern.compile("<!--/\\* label: (\\S+) \\*/-->");

	private static final Pattern KEEPS = Pattern.compile("<!--/\\* keeps: (\\w+) ([a-z-]+) (\\S+) \\*/-->");

	/**
	 * Which date it is.
	 *
	 * @param field the key of the model that holds it
	 * @param key see {@link DateToKeep#key}
	 * @param label how the calendar calls it
	 */
	record Keeps(String field, String key, String label) {
	}

	/** The header of this template; empty for what is none, such as a frame. */
	static Optional<LetterHeader> of(String source) {
		Matcher needs = NEEDS.matcher(source);
		Matcher label = LABEL.matcher(source);
		if (!needs.find() || !label.find()) {
			return Optional.empty();
		}
		Matcher keeps = KEEPS.matcher(source);
		return Optional.of(new LetterHeader(List.of(needs.group(1).split(" ")), label.group(1), keeps.find()
				? Optional.of(new Keeps(keeps.group(1), keeps.group(2), keeps.group(3))) : Optional.empty()));
	}

}
