package io.huhang.attachment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.campaign.Sha256;

/**
 * Contents on their way into a store: on disk, hashed and counted, without a name yet.
 */
class Incoming {

	/** How long a content may lie that no row names. */
	static final Duration ORPHAN_AGE = Duration.ofHours(24);

	private static final int BLOCK = 64 * 1024;

	private final Path folder;

	Incoming(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
	}

	Received receive(InputStream content, long limit) throws IOException {
		return receive(out -> copy(content, out, limit));
	}

	/** Takes in what this writer makes; nothing is left of one that fails. */
	Received receive(ContentWriter content) throws IOException {
		Path temporary = Files.createTempFile(this.folder, "upload", ".tmp");
		try {
			return write(content, temporary);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(temporary);
			throw ex;
		}
	}

	private Received write(ContentWriter content, Path temporary) throws IOException {
		MessageDigest digest = Sha256.digest();
		try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
				OutputStream out = new BufferedOutputStream(
						new DigestOutputStream(Channels.newOutputStream(channel), digest), BLOCK)) {
			content.writeTo(out);
			out.flush();
			channel.force(true);
			return new Received(temporary, HexFormat.of().formatHex(digest.digest()), channel.size());
		}
	}

	private static void copy(InputStream content, OutputStream out, long limit) throws IOException {
		byte[] buffer = new byte[BLOCK];
		long size = 0;
		for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
			size += read;
			if (size > limit) {
				throw new TooLargeException();
			}
			out.write(buffer, 0, read);
		}
	}

	void discard(Received received) throws IOException {
		Files.deleteIfExists(received.temporary());
	}

	/** Deletes what uploads left behind that were cut off long ago; tells how many. */
	int sweep() throws IOException {
		FileTime limit = limit();
		int deleted = 0;
		for (Path file : files()) {
			if (Files.getLastModifiedTime(file).compareTo(limit) < 0 && Files.deleteIfExists(file)) {
				deleted++;
			}
		}
		return deleted;
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/**
	 * What was written before this is old. By the volume's own time: the campaign's clock
	 * may stand in another year.
	 */
	FileTime limit() throws IOException {
		Path probe = Files.createTempFile(this.folder, "probe", ".tmp");
		try {
			return FileTime.from(Files.getLastModifiedTime(probe).toInstant().minus(ORPHAN_AGE));
		}
		finally {
			Files.delete(probe);
		}
	}

	/** A content that is complete on disk but has no name yet. */
	record Received(Path temporary, String sha256, long size) {
	}

	/** More bytes than allowed. */
	static class TooLargeException extends RuntimeException {

	}

}
