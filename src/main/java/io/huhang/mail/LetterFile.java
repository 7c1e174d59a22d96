package io.huhang.mail;

import java.util.UUID;

/**
 * A file that travels with a letter.
 *
 * @param name the name that the reader sees; control characters and path parts are
 * replaced, since a line break in it would become a header of the mail
 * @param fileId its id in the store, see {@link LetterFiles}
 */
public record LetterFile(String name, UUID fileId) {

	public LetterFile {
		name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"\\\\/:*?<>|]", "_");
	}

}
