package io.huhang.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/** The lines of an annex as issued, to lay beside what the product prints. */
public final class NoticeText {

	private NoticeText() {
	}

	/** The fixed words of an annex in order, in the form of {@link Texts#bare}. */
	public static List<String> of(String annex, String direction) {
		return lines(annex).stream()
			.filter(line -> !line.startsWith("#"))
			.filter(line -> !line.matches("D\\d:.*") || line.startsWith(direction + ":"))
			.map(line -> line.replaceFirst("^D\\d:", ""))
			.flatMap(line -> Arrays.stream(line.split("_+|\t")))
			.map(Texts::bare)
			.filter(piece -> !piece.isEmpty())
			.toList();
	}

	/** The pieces that a text lacks at their place; a right text lacks none. */
	public static List<String> missing(String text, List<String> pieces) {
		String bare = Texts.bare(text).replace('■', '□');
		int[] from = { 0 };
		return pieces.stream().filter(piece -> {
			int at = bare.indexOf(piece, from[0]);
			from[0] = (at < 0) ? from[0] : at + piece.length();
			return at < 0;
		}).toList();
	}

	private static List<String> lines(String annex) {
		try {
			return new ClassPathResource("notice/" + annex).getContentAsString(StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
