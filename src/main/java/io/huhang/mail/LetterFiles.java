package io.huhang.mail;

import java.io.InputStream;
import java.util.UUID;

/**
 * Where the contents of a letter's files come from; bound by a module that knows both.
 */
@FunctionalInterface
public interface LetterFiles {

	/** The content; the caller closes it. */
	InputStream open(UUID fileId);

}
