package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.attachment.ContentCheck.Checked;
import io.huhang.attachment.Incoming.Received;
import io.huhang.attachment.Incoming.TooLargeException;
import io.huhang.campaign.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Evidence, sealed scans and generated documents (附件1 填表须知二, 四). The content is in the
 * store before its row is written in the caller's transaction: never a row without a
 * file.
 */
@Component
public class Attachments {

	private static final String SYSTEM = "system";

	private final FileRows rows;

	private final ContentStore store;

	private final FileSettings settings;

	private final Clock clock;

	Attachments(FileRows rows, ContentStore store, FileSettings settings, Clock clock) {
		this.rows = rows;
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Adds an uploaded file that is bound to no revision.
	 * @throws RefusedException if its name, size, type or content is refused
	 */
	public StoredFile add(String owner, String slot, String originalName, InputStream content, String userId) {
		return add(new Upload(owner, slot, 0, originalName, userId), content);
	}

	/**
	 * Adds an uploaded file. Two equal contents are one object and two rows.
	 * @throws RefusedException if its name, size, type or content is refused
	 */
	public StoredFile add(Upload upload, InputStream content) {
		FileName.require(upload);
		try {
			Received received = receive(upload, content);
			try {
				Checked checked = new ContentCheck(upload).check(received);
				this.store.publish(received);
				return insert(upload,
						new StoredFile(UUID.randomUUID(), upload.owner(), upload.slot(), upload.edition(),
								upload.name(), received.sha256(), received.size(), checked.mediaType(), checked.pages(),
								upload.userId(), now()));
			}
			finally {
				this.store.discard(received);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// What was left when the upload began may have been used by another one since.
	private StoredFile insert(Upload upload, StoredFile file) {
		if (!this.rows.insert(file, this.settings.maxCaseSize().toBytes())) {
			throw tooMuch(upload);
		}
		return file;
	}

	private Received receive(Upload upload, InputStream content) throws IOException {
		long most = this.settings.maxFileSize().toBytes();
		long left = Math.max(0, this.settings.maxCaseSize().toBytes() - this.rows.uploadedBytes(upload.owner()));
		try {
			return this.store.receive(content, Math.min(most, left));
		}
		catch (TooLargeException ex) {
			throw (most <= left)
					? upload.refused("超过%s，请压缩或拆分后重新上传。".formatted(FileLimits.text(this.settings.maxFileSize())))
					: tooMuch(upload);
		}
	}

	private RefusedException tooMuch(Upload upload) {
		return upload
			.refused("上传后，本申报的全部文件将超过%s，请删除不需要的文件或压缩后重新上传。".formatted(FileLimits.text(this.settings.maxCaseSize())));
	}

	/**
	 * Keeps a document that the system made. The first one of an edition wins: a repeated
	 * step gets that one back, whatever it made the second time.
	 */
	public StoredFile keep(String owner, String slot, int edition, String name, byte[] content, String mediaType) {
		return kept(owner, slot, edition).orElseGet(() -> {
			int pages = pages(content, mediaType);
			Received received = store(new ByteArrayInputStream(content));
			return this.rows.insertKept(new StoredFile(UUID.randomUUID(), owner, slot, edition, FileName.safe(name),
					received.sha256(), received.size(), mediaType, pages, SYSTEM, now()));
		});
	}

	/**
	 * Keeps what this writer makes, too large for memory; otherwise as
	 * {@link #keep(String, String, int, String, byte[], String)}. It goes into the store
	 * while it is made, and has no pages.
	 */
	public StoredFile keep(String owner, String slot, int edition, String name, ContentWriter content,
			String mediaType) {
		return kept(owner, slot, edition).orElseGet(() -> {
			Received received = publish(() -> this.store.receive(content));
			return this.rows.insertKept(new StoredFile(UUID.randomUUID(), owner, slot, edition, FileName.safe(name),
					received.sha256(), received.size(), mediaType, 0, SYSTEM, now()));
		});
	}

	/** Keeps a file too large for memory whose pages the caller has counted. */
	public StoredFile keep(String owner, String slot, int edition, String name, Path content, int pages,
			String mediaType) {
		return kept(owner, slot, edition).orElseGet(() -> {
			try (InputStream opened = Files.newInputStream(content)) {
				Received received = store(opened);
				return this.rows.insertKept(new StoredFile(UUID.randomUUID(), owner, slot, edition, FileName.safe(name),
						received.sha256(), received.size(), mediaType, pages, SYSTEM, now()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/** The document that the system keeps for this edition, if it has made it. */
	public Optional<StoredFile> kept(String owner, String slot, int edition) {
		return this.rows.kept(owner, slot, edition);
	}

	private static int pages(byte[] content, String mediaType) {
		try {
			return mediaType.equals(FileKind.PDF.mediaType()) ? PdfPages.count(content)
					: mediaType.startsWith("image/") ? 1 : 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Received store(InputStream content) {
		return publish(() -> this.store.receive(content, Long.MAX_VALUE));
	}

	private Received publish(Reception reception) {
		try {
			Received received = reception.receive();
			try {
				this.store.publish(received);
				return received;
			}
			finally {
				this.store.discard(received);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Reception {

		Received receive() throws IOException;

	}

	/** The files of this case or recommendation that are not removed, oldest first. */
	public List<StoredFile> of(String owner) {
		return this.rows.of(owner);
	}

	/** The files for one purpose that are not removed, oldest first. */
	public List<StoredFile> of(String owner, String slot) {
		return of(owner).stream().filter(file -> file.slot().equals(slot)).toList();
	}

	/** This file, also when it is removed: an older revision may still name it. */
	public Optional<StoredFile> find(UUID id) {
		return this.rows.find(id);
	}

	/**
	 * Takes a file off its case; the content stays for the revisions that name it.
	 * @return false if it was removed before
	 */
	public boolean remove(UUID id, String userId) {
		return this.rows.remove(id, userId, now());
	}

	/** The content; the caller closes it. */
	public InputStream open(StoredFile file) {
		try {
			return this.store.open(file.sha256());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes contents older than a day that no row names; tells how many. */
	public int sweepOrphans() {
		try {
			return this.store.sweep(this.rows::isNamed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Instant now() {
		// PostgreSQL keeps microseconds: a new file must equal itself when read again.
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
