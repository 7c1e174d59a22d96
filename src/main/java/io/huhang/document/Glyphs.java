package io.huhang.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the embedded fonts can show. */
public final class Glyphs {

	private static final int LAST = 0x3FFFF;

	private static final int MOST_NAMED = 5;

	private Glyphs() {
	}

	/**
	 * The characters of this text that a PDF would show as 〓, each once; none for what
	 * has no shape by itself.
	 */
	public static List<String> missing(String text) {
		return text.codePoints()
			.filter(c -> !isShapeless(c) && !Shown.POINTS.get(c))
			.distinct()
			.mapToObj(Character::toString)
			.toList();
	}

	/**
	 * What to tell of characters without a shape, as words that follow the name of their
	 * field (填表须知四).
	 */
	public static Optional<String> doubt(String text) {
		List<String> missing = missing(text);
		if (missing.isEmpty()) {
			return Optional.empty();
		}
		String named = String.join("、", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
		String others = (missing.size() > MOST_NAMED) ? "等%d个字符".formatted(missing.size()) : "";
		return Optional.of("中的“%s”%s没有可用的字形，在打印件上将印作“〓”，请改用规范汉字或常用符号；姓名、地名等确需保留的，请在打印后手写补全。".formatted(named, others));
	}

	/** Appends this character as it is printed. */
	static void append(int c, StringBuilder text) {
		if (!isShapeless(c)) {
			text.append(Shown.POINTS.get(c) ? Character.toString(c) : Fonts.MISSING);
		}
		else if (!isMark(c)) {
			text.appendCodePoint(c);
		}
	}

	/** Joiners and selectors, which fonts without the character would show as 〓. */
	private static boolean isMark(int c) {
		return Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F;
	}

	private static boolean isShapeless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
				true;
			default -> c >= 0xFE00 && c <= 0xFE0F;
		};
	}

	/** Read when first asked for: the largest font has ten megabytes. */
	private static final class Shown {

		private static final BitSet POINTS = read();

		private static BitSet read() {
			BitSet points = new BitSet();
			Fonts.ofTexts().forEach(font -> add(font, points));
			return points;
		}

		private static void add(InputStream font, BitSet points) {
			try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
				CmapLookup glyphs = parsed.getUnicodeCmapLookup();
				for (int c = 0; c <= LAST; c++) {
					if (glyphs.getGlyphId(c) > 0) {
						points.set(c);
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
