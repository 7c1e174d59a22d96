package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;

import io.huhang.campaign.Sha256;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

import org.springframework.util.StreamUtils;

/** Writes a package, of which no more than a block is in memory. */
public final class PackageZip implements ContentWriter {

	private static final int BLOCK = 64 * 1024;

	/** One for every entry: the same contents give the same package. */
	private static final LocalDateTime TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

	private final List<PackageItem> items;

	private final Attachments attachments;

	/** With these contents, read when it is written. */
	public PackageZip(List<PackageItem> items, Attachments attachments) {
		this.items = items;
		this.attachments = attachments;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		PackageManifest manifest = new PackageManifest(this.items);
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(StreamUtils.nonClosing(out))) {
			// PDFs, pictures and Office files are packed already.
			zip.setLevel(Deflater.NO_COMPRESSION);
			add(zip, PackageManifest.NAME, manifest.csv());
			add(zip, PackageManifest.SUMS, manifest.sums());
			for (PackageItem item : this.items) {
				zip.putArchiveEntry(entry(item.path(), item.file().size()));
				copy(item.file(), zip);
				zip.closeArchiveEntry();
			}
		}
	}

	private static void add(ZipArchiveOutputStream zip, String path, byte[] content) throws IOException {
		zip.putArchiveEntry(entry(path, content.length));
		zip.write(content);
		zip.closeArchiveEntry();
	}

	// Debian's unzip reads a name as UTF-8 only where the entry was made on UNIX, which
	// java.util.zip cannot say.
	private static ZipArchiveEntry entry(String path, long size) {
		ZipArchiveEntry entry = new ZipArchiveEntry(path);
		entry.setUnixMode(UnixStat.FILE_FLAG | UnixStat.DEFAULT_FILE_PERM);
		entry.setTimeLocal(TIME);
		entry.setSize(size);
		return entry;
	}

	// A disk that has gone bad must not send what the manifest does not say.
	private void copy(StoredFile file, OutputStream out) throws IOException {
		MessageDigest digest = Sha256.digest();
		try (InputStream content = this.attachments.open(file)) {
			byte[] block = new byte[BLOCK];
			for (int read = content.read(block); read >= 0; read = content.read(block)) {
				digest.update(block, 0, read);
				out.write(block, 0, read);
			}
		}
		if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
			throw new IOException("content of file %s is not what was kept".formatted(file.id()));
		}
	}

}
