package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

import io.huhang.attachment.Incoming.Received;

/**
 * Contents under their SHA-256: a folder on one node, a bucket when several nodes run. A
 * content is complete before it gets that name, so whatever a row names can be read after
 * a crash too.
 */
interface ContentStore {

	/**
	 * Takes in a content, hashing and counting, and stops as soon as it is too large.
	 * @throws Incoming.TooLargeException if it has more bytes than {@code limit}
	 */
	Received receive(InputStream content, long limit) throws IOException;

	/** Takes in what this writer makes, as large as it gets. */
	Received receive(ContentWriter content) throws IOException;

	/**
	 * Gives a received content its final name. One that is there already is replaced by
	 * its equal, so that the sweep sees a young file.
	 */
	void publish(Received received) throws IOException;

	/** Forgets a received content, published or not. */
	void discard(Received received) throws IOException;

	/** The content of this name; the caller closes it. */
	InputStream open(String sha256) throws IOException;

	/** Deletes what is older than a day and named by nobody; tells how many. */
	int sweep(Predicate<String> named) throws IOException;

}
