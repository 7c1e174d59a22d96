package io.huhang.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.ScanReader;
import io.huhang.document.UnreadablePartException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The scan of the sealed paper: one PDF, or pictures page by page; compared with what was
 * printed (填表须知三, 四).
 */
@Repository
public class SealedScans {

	private static final String PDF = "application/pdf";

	private static final String WHOLE = "sealed-scan-whole";

	private static final String CLAUSE = "附件1 填表须知四";

	private static final Pattern CODE = Pattern.compile("/verify/([A-Z0-9-]+)/(\\d+)/");

	private static final int LONGEST_CODE = 500;

	private final JdbcClient jdbc;

	private final Attachments attachments;

	private final ScanReader reader;

	private final PdfBinder binder;

	SealedScans(JdbcClient jdbc, Attachments attachments, ScanReader reader, PdfBinder binder) {
		this.jdbc = jdbc;
		this.attachments = attachments;
		this.reader = reader;
		this.binder = binder;
	}

	/** What is uploaded for this revision, in the order of the upload. */
	public List<StoredFile> of(String number, int revision) {
		return this.attachments.of(number, Filings.scanSlot(revision));
	}

	/** The files that an added one takes the place of: only pictures stand together. */
	public List<StoredFile> replaced(List<StoredFile> before, StoredFile added) {
		return before.stream().filter(old -> PDF.equals(added.mediaType()) || PDF.equals(old.mediaType())).toList();
	}

	/** Reads the code of a scan, once and for all. */
	public void read(StoredFile scan) {
		String code;
		try (InputStream content = this.attachments.open(scan)) {
			code = this.reader.code(scan.mediaType(), content).filter(text -> text.length() <= LONGEST_CODE).orElse("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.jdbc.sql("insert into application_scan_code (file_id, code) values (:file, :code)")
			.param("file", scan.id())
			.param("code", code)
			.update();
	}

	/** Pages uploaded so far. */
	public int pages(String number, int revision) {
		return pages(of(number, revision));
	}

	private static int pages(List<StoredFile> scans) {
		return scans.stream().mapToInt(StoredFile::pages).sum();
	}

	/** Pages of the bound PDF that was to be printed; 0 while it is not made. */
	public int printed(String number, int revision) {
		return this.attachments.kept(number, CaseDossier.BOUND, revision).map(StoredFile::pages).orElse(0);
	}

	/**
	 * What speaks against the scan: another paper's code has to be mended, a different
	 * number of pages may be confirmed.
	 */
	List<Problem> check(List<StoredFile> scans, String number, int revision) {
		if (scans.isEmpty()) {
			return List.of(new Problem("scan", "请上传盖章签字后的申报书扫描件。", "附件1 填表须知三"));
		}
		Optional<Problem> wrong = scans.stream()
			.flatMap(scan -> code(scan).stream())
			.flatMap(code -> wrongPaper(code, number, revision).stream())
			.findFirst();
		// Pages of another paper need not be counted.
		return wrong.map(List::of).orElseGet(() -> wrongPages(scans, number, revision));
	}

	private List<Problem> wrongPages(List<StoredFile> scans, String number, int revision) {
		List<Problem> problems = new ArrayList<>();
		int pages = pages(scans);
		int printed = printed(number, revision);
		if (printed > 0 && pages != printed) {
			problems.add(new Problem("scan", "扫描件共%d页，应打印的合订本共%d页，页数不一致；缺页的请补扫后重新上传。".formatted(pages, printed), CLAUSE,
					"scan-pages/" + pages));
		}
		return problems;
	}

	private static Optional<Problem> wrongPaper(String code, String number, int revision) {
		Matcher found = CODE.matcher(code);
		if (!found.find()) {
			return Optional.empty();
		}
		if (!found.group(1).equals(number)) {
			return Optional
				.of(new Problem("scan", "扫描件上的二维码属于%s，不是本申报（%s）的盖章件，请重新上传。".formatted(found.group(1), number), CLAUSE));
		}
		return found.group(2).equals(String.valueOf(revision)) ? Optional.empty() : Optional.of(new Problem("scan",
				"扫描件上的二维码是第%s版，本次提交的是第%d版，请打印、盖章并扫描第%d版。".formatted(found.group(2), revision, revision), CLAUSE));
	}

	private Optional<String> code(StoredFile scan) {
		return this.jdbc.sql("select code from application_scan_code where file_id = :file")
			.param("file", scan.id())
			.query(String.class)
			.optional();
	}

	/** The scan as one file: what is more than one picture is put together. */
	StoredFile whole(List<StoredFile> scans, String number, int revision) {
		if (scans.size() == 1) {
			return scans.get(0);
		}
		List<Part> pages = scans.stream()
			.map(scan -> Part.uploaded(scan.name(), scan.mediaType(), () -> this.attachments.open(scan)))
			.toList();
		try {
			return this.attachments.keep(number, WHOLE, revision, "盖章扫描件.pdf", this.binder.join(pages), PDF);
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("a scan of %s cannot be put together".formatted(number), ex);
		}
	}

	/**
	 * The scan of this revision as far as it is there: the whole, or the newest piece.
	 */
	Optional<StoredFile> find(String number, int revision) {
		return this.attachments.kept(number, WHOLE, revision)
			.or(() -> of(number, revision).stream().reduce((first, last) -> last));
	}

}
