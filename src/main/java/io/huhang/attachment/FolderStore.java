package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.huhang.campaign.Sha256;
import org.springframework.stereotype.Component;

/**
 * Contents in a folder, each under its SHA-256. A content is complete and on disk before
 * it gets that name, so whatever a row names can be read after a crash too.
 */
@Component
class FolderStore {

	private static final Duration ORPHAN_AGE = Duration.ofHours(24);

	private final Path incoming;

	private final Path objects;

	/** The sweep must not delete a content between an upload's rename and its row. */
	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	FolderStore(FileSettings settings) throws IOException {
		Path folder = settings.folder().toAbsolutePath().normalize();
		// One volume for both, or the rename would not be atomic.
		this.incoming = Files.createDirectories(folder.resolve("incoming"));
		this.objects = Files.createDirectories(folder.resolve("objects"));
	}

	/**
	 * Takes in a content, hashing and counting, and stops as soon as it is too large.
	 * @throws TooLargeException if it has more bytes than {@code limit}
	 */
	Received receive(InputStream content, long limit) throws IOException {
		Path temporary = Files.createTempFile(this.incoming, "upload", ".tmp");
		try {
			return write(content, temporary, limit);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(temporary);
			throw ex;
		}
	}

	private Received write(InputStream content, Path temporary, long limit) throws IOException {
		MessageDigest digest = Sha256.digest();
		long size = 0;
		try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
				OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
			byte[] buffer = new byte[64 * 1024];
			for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
				size += read;
				if (size > limit) {
					throw new TooLargeException();
				}
				out.write(buffer, 0, read);
			}
			channel.force(true);
		}
		return new Received(temporary, HexFormat.of().formatHex(digest.digest()), size);
	}

	/**
	 * Gives a received content its final name. One that is there already is replaced by
	 * its equal, so that the sweep sees a young file.
	 */
	void publish(Received received) throws IOException {
		Path target = path(received.sha256());
		this.lock.readLock().lock();
		try {
			Files.createDirectories(target.getParent());
			Files.move(received.temporary(), target, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			this.lock.readLock().unlock();
		}
		force(target.getParent());
		force(this.objects);
	}

	void discard(Received received) throws IOException {
		Files.deleteIfExists(received.temporary());
	}

	InputStream open(String sha256) throws IOException {
		return Files.newInputStream(path(sha256));
	}

	/** Deletes what is older than a day and named by nobody; tells how many. */
	int sweep(Predicate<String> named) throws IOException {
		FileTime limit = FileTime.from(now().toInstant().minus(ORPHAN_AGE));
		int deleted = 0;
		for (Path file : files()) {
			boolean kept = file.startsWith(this.objects) && named.test(file.getFileName().toString());
			if (!kept && deleteIfOlder(file, limit)) {
				deleted++;
			}
		}
		return deleted;
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> temporary = Files.list(this.incoming); Stream<Path> objects = Files.walk(this.objects)) {
			return Stream.concat(temporary, objects).filter(Files::isRegularFile).toList();
		}
	}

	private boolean deleteIfOlder(Path file, FileTime limit) throws IOException {
		this.lock.writeLock().lock();
		try {
			return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(limit) < 0
					&& Files.deleteIfExists(file);
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	/** The volume's own time: the campaign's clock may stand in another year. */
	private FileTime now() throws IOException {
		Path probe = Files.createTempFile(this.incoming, "probe", ".tmp");
		try {
			return Files.getLastModifiedTime(probe);
		}
		finally {
			Files.delete(probe);
		}
	}

	private Path path(String sha256) {
		return this.objects.resolve(sha256.substring(0, 2)).resolve(sha256);
	}

	/** A rename survives a crash only when its folder is on disk. */
	private static void force(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (AccessDeniedException ex) {
			// Windows opens no folder; NTFS keeps its own journal of names.
			return;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A content that is complete on disk but has no name yet. */
	record Received(Path temporary, String sha256, long size) {
	}

	/** More bytes than allowed. */
	static class TooLargeException extends RuntimeException {

	}

}
