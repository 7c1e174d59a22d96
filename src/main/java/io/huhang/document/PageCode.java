package io.huhang.document;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code of a printed page says (填表须知四): the address at which it is verified.
 *
 * @param fingerprint as printed, which is {@link Stamp#shorten short}
 */
public record PageCode(String number, int revision, String fingerprint) {

	private static final Pattern ADDRESS = Pattern
		.compile("/verify/([A-Za-z0-9-]{1,40})/(\\d{1,6})/([0-9A-Fa-f]{1,64})(?![0-9A-Fa-f])");

	/**
	 * Reads the address; a reader gun types it as a keyboard would, through whatever
	 * input method is on.
	 * @return empty for anything else
	 */
	public static Optional<PageCode> read(String text) {
		Matcher found = ADDRESS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
		return found.find()
				? Optional.of(new PageCode(found.group(1), Integer.parseInt(found.group(2)), found.group(3)))
				: Optional.empty();
	}

}
