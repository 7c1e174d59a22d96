package io.huhang.attachment;

import java.io.IOException;
import java.io.OutputStream;

/** Makes a content piece by piece, so that none has to fit into memory or lie twice. */
@FunctionalInterface
public interface ContentWriter {

	/** Writes all of it; whoever gave the stream closes it. */
	void writeTo(OutputStream out) throws IOException;

}
