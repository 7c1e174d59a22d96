package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

import io.huhang.campaign.StartRefusedException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.huhang.attachment.Incoming.Received;

/** Contents in a folder of this machine, or of a mount that every node has. */
class FolderStore implements ContentStore {

	private final Incoming incoming;

	private final Path objects;

	/** The sweep must not delete a content between an upload's rename and its row. */
	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	FolderStore(FileSettings settings) {
		Path folder = settings.folder().toAbsolutePath().normalize();
		// One volume for both, or the rename would not be atomic.
		try {
			this.incoming = new Incoming(folder.resolve("incoming"));
			this.objects = Files.createDirectories(folder.resolve("objects"));
		}
		catch (IOException ex) {
			throw new StartRefusedException(
					List.of("huhang.files.folder (HUHANG_FILES_FOLDER) = %s cannot be written".formatted(folder)));
		}
	}

	@Override
	public Received receive(InputStream content, long limit) throws IOException {
		return this.incoming.receive(content, limit);
	}

	@Override
	public Received receive(ContentWriter content) throws IOException {
		return this.incoming.receive(content);
	}

	@Override
	public void publish(Received received) throws IOException {
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

	@Override
	public void discard(Received received) throws IOException {
		this.incoming.discard(received);
	}

	@Override
	public InputStream open(String sha256) throws IOException {
		return Files.newInputStream(path(sha256));
	}

	@Override
	public int sweep(Predicate<String> named) throws IOException {
		FileTime limit = this.incoming.limit();
		int deleted = this.incoming.sweep();
		for (Path file : files()) {
			if (!named.test(file.getFileName().toString()) && deleteIfOlder(file, limit)) {
				deleted++;
			}
		}
		return deleted;
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(this.objects)) {
			return all.filter(Files::isRegularFile).toList();
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

}
