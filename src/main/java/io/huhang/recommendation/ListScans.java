package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseDossier;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.application.ScannedPaper;
import io.huhang.application.SealedScans;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;

import org.springframework.stereotype.Component;

/**
 * The scans of a list's sealed paper: 报送函, 附件3 and the cover of each case, compared with
 * what was printed as the applicant's scan is (附件1 封面, 填表须知四).
 */
@Component
public class ListScans {

	private static final String PDF = "application/pdf";

	private static final String CLAUSE = "附件1 封面、填表须知四";

	private static final String OWN_CLAUSE = "附件1 封面、填表须知三";

	private final RankedLists lists;

	private final Revisions revisions;

	private final CoveringLetters letters;

	private final SealedScans scans;

	private final Attachments attachments;

	ListScans(RankedLists lists, Revisions revisions, CoveringLetters letters, SealedScans scans,
			Attachments attachments) {
		this.lists = lists;
		this.revisions = revisions;
		this.letters = letters;
		this.scans = scans;
		this.attachments = attachments;
	}

	/**
	 * What one scan says.
	 *
	 * @param field the row that it was uploaded to
	 * @param alarm whether somebody has to look at it
	 */
	public record Line(String field, String text, boolean alarm) {
	}

	/**
	 * One paper that is scanned.
	 *
	 * @param key of the paper among the items of the list
	 * @param called how a sentence calls it
	 * @param number and revision of what is printed on its pages
	 * @param pages of what was to be printed; 0 where they need not be the same
	 */
	public record Paper(String key, String field, String called, String number, int revision, int pages, String slot,
			Optional<StoredFile> scan) {

		boolean isOf(ScannedPaper.Code code) {
			return code.belongsTo(this.number, this.revision);
		}

	}

	/** Every paper of the newest version, in its order. */
	public List<Paper> papers(String number) {
		RankedList list = this.lists.latest(number);
		List<Paper> papers = new ArrayList<>();
		// An authority may print a letter of its own: its pages are not counted.
		papers.add(paper(list, ListPaperItems.LETTER, "letterScan", "报送函", 0, Dispatches.letterSlot(list.version())));
		papers.add(paper(list, ListPaperItems.ANNEX3, "annex3Scan", "附件3",
				this.attachments.kept(number, ListDossier.PDF, list.version()).map(StoredFile::pages).orElse(0),
				Dispatches.annex3Slot(list.version())));
		list.ranking().recommended().forEach(caseNumber -> papers.add(cover(list, caseNumber)));
		return papers;
	}

	private Paper paper(RankedList list, String key, String field, String called, int pages, String slot) {
		return new Paper(key, field, called, list.recommendationNumber(), list.version(), pages, slot,
				scan(list.recommendationNumber(), slot));
	}

	private Paper cover(RankedList list, String caseNumber) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		String slot = Dispatches.coverSlot(caseNumber, list.version());
		return new Paper(caseNumber, "coverScan-" + caseNumber,
				"第%d个案例“%s”的封面".formatted(list.ranking().recommended().indexOf(caseNumber) + 1,
						revision.form().caseName()),
				caseNumber, revision.revision(), 0, slot, scan(list.recommendationNumber(), slot));
	}

	private Optional<StoredFile> scan(String number, String slot) {
		return this.attachments.of(number, slot).stream().reduce((first, last) -> last);
	}

	/** What each scan says that is uploaded so far. */
	public List<Line> lines(String number) {
		List<Paper> papers = papers(number);
		return papers.stream()
			.filter(paper -> paper.scan().isPresent())
			.map(paper -> line(number, paper, papers))
			.toList();
	}

	private Line line(String number, Paper paper, List<Paper> papers) {
		Optional<Problem> problem = problems(number, paper, papers).stream().findFirst();
		return new Line(paper.field(),
				problem.map(Problem::text).orElseGet(() -> "扫描件共%d页，识别出本版二维码。".formatted(said(paper).pages())),
				problem.isPresent());
	}

	/**
	 * Everything that speaks against the scans that are uploaded, but what was confirmed.
	 */
	List<Problem> problems(String number, List<String> confirmations) {
		List<Paper> papers = papers(number);
		return papers.stream()
			.flatMap(paper -> problems(number, paper, papers).stream())
			.filter(problem -> problem.blocks() || !confirmations.contains(problem.confirmation()))
			.toList();
	}

	private List<Problem> problems(String number, Paper paper, List<Paper> papers) {
		if (paper.scan().isEmpty()) {
			return List.of();
		}
		ScannedPaper said = said(paper);
		return own(number, paper).or(() -> foreign(paper, said, papers))
			.or(() -> twin(paper, said, papers))
			.map(List::of)
			.orElseGet(() -> doubts(paper, said));
	}

	private ScannedPaper said(Paper paper) {
		return this.scans.paper(List.of(paper.scan().orElseThrow()), paper.pages());
	}

	private Optional<Problem> own(String number, Paper paper) {
		StoredFile scan = paper.scan().orElseThrow();
		return scan.mediaType().equals(PDF) && isOwn(number, paper, scan.sha256())
				? Optional.of(new Problem(paper.field(),
						"%s：“%s”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。".formatted(paper.called(), scan.name()), OWN_CLAUSE))
				: Optional.empty();
	}

	/** Whether these are the very bytes of a document that the system made. */
	private boolean isOwn(String number, Paper paper, String sha256) {
		if (paper.key().equals(ListPaperItems.LETTER)) {
			return Sha256.hex(this.letters.pdf(number)).equals(sha256);
		}
		List<String> slots = paper.key().equals(ListPaperItems.ANNEX3) ? List.of(ListDossier.PDF)
				: List.of(CaseDossier.PDF, CaseDossier.BOUND);
		return this.attachments.of(paper.number())
			.stream()
			.anyMatch(file -> slots.contains(file.slot()) && file.sha256().equals(sha256));
	}

	private Optional<Problem> foreign(Paper paper, ScannedPaper said, List<Paper> papers) {
		return said.foreign(paper.number(), paper.revision())
			.map(code -> new Problem(paper.field(),
					code.number().equals(paper.number()) ? older(paper, code) : foreign(paper, code, papers), CLAUSE));
	}

	private static String older(Paper paper, ScannedPaper.Code code) {
		return "%s：扫描件第%d页上的二维码是第%d版，应为第%d版，请打印、盖章并扫描第%d版。".formatted(paper.called(), code.page(), code.revision(),
				paper.revision(), paper.revision());
	}

	private static String foreign(Paper paper, ScannedPaper.Code code, List<Paper> papers) {
		String whose = papers.stream()
			.filter(other -> other.number().equals(code.number()))
			.findFirst()
			.map(other -> other.number().equals(other.key()) ? "（%s）".formatted(other.called()) : "（附件3或者报送函）")
			.orElse("");
		return "%s：扫描件第%d页上的二维码属于%s%s，应为%s，请重新上传本件的盖章扫描件。".formatted(paper.called(), code.page(), code.number(), whose,
				paper.number());
	}

	/**
	 * The same file is uploaded for another paper too. What its code proves to be in its
	 * place may stay: then the other one is wrong.
	 */
	private static Optional<Problem> twin(Paper paper, ScannedPaper said, List<Paper> papers) {
		String sha256 = paper.scan().orElseThrow().sha256();
		return papers.stream()
			.filter(other -> !other.field().equals(paper.field()))
			.filter(other -> other.scan().filter(scan -> scan.sha256().equals(sha256)).isPresent())
			.filter(other -> other.number().equals(paper.number()) || said.codes().stream().noneMatch(paper::isOf))
			.findFirst()
			.map(other -> new Problem(paper.field(),
					"%s：扫描件与%s的扫描件是同一个文件，每份材料须上传各自的盖章扫描件，请核对后重新上传。".formatted(paper.called(), other.called()), CLAUSE));
	}

	// Confirmed for this very file: another one is asked about again.
	private static List<Problem> doubts(Paper paper, ScannedPaper said) {
		List<Problem> problems = new ArrayList<>();
		String file = paper.scan().orElseThrow().id().toString();
		if (said.isIncomplete()) {
			problems.add(new Problem(paper.field(),
					"%s：扫描件共%d页，应打印%d页，页数不一致；缺页的请补扫后重新上传。".formatted(paper.called(), said.pages(), said.printed()),
					CLAUSE, "scan-pages/" + file));
		}
		if (said.codes().isEmpty()) {
			problems.add(new Problem(paper.field(), "%s：扫描件上未识别到二维码，请核对扫描件是否为%s第%d版的盖章件；看不清的请以200点以上重新扫描。"
				.formatted(paper.called(), paper.number(), paper.revision()), CLAUSE, "scan-code/" + file));
		}
		return problems;
	}

}
