package io.huhang.electronic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.document.ScanReader;
import io.huhang.document.ScanReader.Page;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the codes on the pages of a scan say, kept page by page (填表须知四). */
@Repository
public class ScannedCodes {

	private static final int LONGEST_CODE = 500;

	private final JdbcClient jdbc;

	private final Attachments attachments;

	private final ScanReader reader;

	ScannedCodes(JdbcClient jdbc, Attachments attachments, ScanReader reader) {
		this.jdbc = jdbc;
		this.attachments = attachments;
		this.reader = reader;
	}

	/**
	 * Reads a scan once and for all; it takes seconds, so no transaction waits for it.
	 */
	public void read(StoredFile scan) {
		if (!of(scan).isEmpty()) {
			return;
		}
		try (InputStream content = this.attachments.open(scan)) {
			this.reader.read(scan.mediaType(), content).forEach(page -> insert(scan, page));
		}
		catch (DuplicateKeyException ex) {
			// The same upload, sent twice: the other one reads the same.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void insert(StoredFile scan, Page page) {
		this.jdbc.sql("insert into electronic_scan_page (file_id, page, code) values (:file, :page, :code)")
			.param("file", scan.id())
			.param("page", page.page())
			.param("code", (page.code().length() <= LONGEST_CODE) ? page.code() : "")
			.update();
	}

	/**
	 * What these files together say about the paper that they were made from.
	 * @param printed pages of what was to be printed; 0 where they are not counted
	 */
	public ScannedPaper paper(List<StoredFile> scans, int printed) {
		ScannedPaper paper = ScannedPaper.of(printed);
		for (StoredFile scan : scans) {
			paper = paper.and(scan.pages(), of(scan));
		}
		return paper;
	}

	/** The pages that were looked at; none before it was read. */
	private List<Page> of(StoredFile scan) {
		return this.jdbc.sql("select page, code from electronic_scan_page where file_id = :file order by page")
			.param("file", scan.id())
			.query((row, index) -> new Page(row.getInt("page"), row.getString("code")))
			.list();
	}

}
