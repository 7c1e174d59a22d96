package io.huhang.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.UnreadablePartException;
import io.huhang.electronic.ScannedCodes;
import io.huhang.electronic.ScannedPaper;

import org.springframework.stereotype.Component;

/**
 * The scan of the sealed paper: one PDF, or pictures page by page; compared with what was
 * printed (填表须知三, 四).
 */
@Component
public class SealedScans {

	private static final String PDF = "application/pdf";

	private static final String WHOLE = "sealed-scan-whole";

	private static final String CLAUSE = "附件1 填表须知四";

	private static final String FIELD = "scan";

	private final Attachments attachments;

	private final ScannedCodes codes;

	private final PdfBinder binder;

	SealedScans(Attachments attachments, ScannedCodes codes, PdfBinder binder) {
		this.attachments = attachments;
		this.codes = codes;
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

	/** Reads the codes of a scan; outside of any transaction. */
	public void read(StoredFile scan) {
		this.codes.read(scan);
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

	/** What the scan says about the paper, all its files together; empty without one. */
	public Optional<ScannedPaper> paper(String number, int revision) {
		List<StoredFile> scans = of(number, revision);
		return scans.isEmpty() ? Optional.empty() : Optional.of(this.codes.paper(scans, printed(number, revision)));
	}

	/**
	 * What speaks against the scan: another paper's page has to be mended, a different
	 * number of pages or a scan without any code may be confirmed.
	 */
	List<Problem> check(List<StoredFile> scans, String number, int revision) {
		if (scans.isEmpty()) {
			return List.of(new Problem(FIELD, "请上传盖章签字后的申报书扫描件。", "附件1 填表须知三"));
		}
		Optional<StoredFile> own = scans.stream().filter(scan -> isOwn(scan, number)).findFirst();
		if (own.isPresent()) {
			return List
				.of(new Problem(FIELD, "“%s”是系统生成的打印件，没有盖章签字，请上传盖章签字后的扫描件。".formatted(own.get().name()), "附件1 填表须知三"));
		}
		ScannedPaper paper = this.codes.paper(scans, printed(number, revision));
		// Pages of another paper need not be counted.
		return paper.foreign(number, revision)
			.map(code -> List.of(foreign(code, number, revision)))
			.orElseGet(() -> doubts(paper, revision));
	}

	/** Whether these are the very bytes of a document that the system made. */
	private boolean isOwn(StoredFile scan, String number) {
		return this.attachments.of(number)
			.stream()
			.anyMatch(file -> CaseDossier.SLOTS.contains(file.slot()) && file.sha256().equals(scan.sha256()));
	}

	private static Problem foreign(ScannedPaper.Code code, String number, int revision) {
		if (!code.number().equals(number)) {
			return new Problem(FIELD,
					"扫描件第%d页上的二维码属于%s，不是本申报（%s）的盖章件，请重新上传。".formatted(code.page(), code.number(), number), CLAUSE);
		}
		return new Problem(FIELD, "扫描件第%d页上的二维码是第%d版，本次提交的是第%d版，请打印、盖章并扫描第%d版的全部页。".formatted(code.page(),
				code.revision(), revision, revision), CLAUSE);
	}

	private static List<Problem> doubts(ScannedPaper paper, int revision) {
		List<Problem> problems = new ArrayList<>();
		if (paper.isIncomplete()) {
			problems.add(new Problem(FIELD,
					"扫描件共%d页，应打印的合订本共%d页，页数不一致；缺页的请补扫后重新上传。".formatted(paper.pages(), paper.printed()), CLAUSE,
					"scan-pages/" + paper.pages()));
		}
		if (paper.codes().isEmpty()) {
			problems.add(new Problem(FIELD,
					"扫描件上未识别到二维码，请核对扫描件是否为第%d版的盖章件、各页右下角的二维码是否完整清晰；看不清的请以200点以上重新扫描。".formatted(revision), CLAUSE,
					"scan-code/" + paper.pages()));
		}
		return problems;
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
