package io.huhang.electronic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;

import org.springframework.stereotype.Component;

/**
 * The scans of an electronic set, each compared with what was printed (附件1, 附件2 填表须知三、四).
 */
@Component
public class PaperScans {

	private static final String PDF = "application/pdf";

	private final ScannedCodes codes;

	PaperScans(ScannedCodes codes) {
		this.codes = codes;
	}

	/**
	 * What one scan says.
	 *
	 * @param field the row that it was uploaded to
	 * @param alarm whether somebody has to look at it
	 */
	public record Line(String field, String text, boolean alarm) {
	}

	/** What each scan says that is uploaded so far. */
	public List<Line> lines(ElectronicSet set, String number) {
		List<SealedPaper> papers = set.papers(number);
		return papers.stream()
			.filter(paper -> paper.scan().isPresent())
			.map(paper -> line(set, paper, papers))
			.toList();
	}

	private Line line(ElectronicSet set, SealedPaper paper, List<SealedPaper> papers) {
		Optional<Problem> problem = problems(set, paper, papers).stream().findFirst();
		return new Line(paper.field(),
				problem.map(Problem::text).orElseGet(() -> "扫描件共%d页，识别出本版二维码。".formatted(said(paper).pages())),
				problem.isPresent());
	}

	/**
	 * Everything that speaks against the scans that are uploaded, but what was confirmed.
	 */
	public List<Problem> problems(ElectronicSet set, String number, List<String> confirmations) {
		List<SealedPaper> papers = set.papers(number);
		return papers.stream()
			.flatMap(paper -> problems(set, paper, papers).stream())
			.filter(problem -> problem.blocks() || !confirmations.contains(problem.confirmation()))
			.toList();
	}

	private List<Problem> problems(ElectronicSet set, SealedPaper paper, List<SealedPaper> papers) {
		if (paper.scan().isEmpty()) {
			return List.of();
		}
		ScannedPaper said = said(paper);
		String clause = set.annex() + " 封面、填表须知四";
		return print(set, paper)
			.or(() -> foreign(paper, said, papers).or(() -> twin(paper, said, papers))
				.map(text -> new Problem(paper.field(), text, clause)))
			.map(List::of)
			.orElseGet(() -> doubts(paper, said, clause));
	}

	private ScannedPaper said(SealedPaper paper) {
		return this.codes.paper(List.of(paper.scan().orElseThrow()), paper.pages());
	}

	private static Optional<Problem> print(ElectronicSet set, SealedPaper paper) {
		StoredFile scan = paper.scan().orElseThrow();
		return scan.mediaType().equals(PDF) && set.isPrint(paper) ? Optional.of(new Problem(paper.field(),
				"%s：“%s”是系统生成的打印件，没有盖章，请上传盖章后的扫描件。".formatted(paper.called(), scan.name()), set.annex() + " 封面、填表须知三"))
				: Optional.empty();
	}

	private static Optional<String> foreign(SealedPaper paper, ScannedPaper said, List<SealedPaper> papers) {
		return said.foreign(paper.number(), paper.revision())
			.map(code -> code.number().equals(paper.number()) ? older(paper, code) : foreign(paper, code, papers));
	}

	private static String older(SealedPaper paper, ScannedPaper.Code code) {
		return "%s：扫描件第%d页上的二维码是第%d版，应为第%d版，请打印、盖章并扫描第%d版。".formatted(paper.called(), code.page(), code.revision(),
				paper.revision(), paper.revision());
	}

	private static String foreign(SealedPaper paper, ScannedPaper.Code code, List<SealedPaper> papers) {
		String whose = papers.stream()
			.filter(other -> other.number().equals(code.number()))
			.map(SealedPaper::called)
			.collect(Collectors.joining("或者"));
		return "%s：扫描件第%d页上的二维码属于%s%s，应为%s，请重新上传本件的盖章扫描件。".formatted(paper.called(), code.page(), code.number(),
				whose.isEmpty() ? "" : "（%s）".formatted(whose), paper.number());
	}

	/**
	 * The same file is uploaded for another paper too. What its code proves to be in its
	 * place may stay: then the other one is wrong.
	 */
	private static Optional<String> twin(SealedPaper paper, ScannedPaper said, List<SealedPaper> papers) {
		String sha256 = paper.scan().orElseThrow().sha256();
		return papers.stream()
			.filter(other -> !other.field().equals(paper.field()))
			.filter(other -> other.scan().filter(scan -> scan.sha256().equals(sha256)).isPresent())
			.filter(other -> other.number().equals(paper.number()) || said.codes().stream().noneMatch(paper::isOf))
			.findFirst()
			.map(other -> "%s：扫描件与%s的扫描件是同一个文件，每份材料须上传各自的盖章扫描件，请核对后重新上传。".formatted(paper.called(), other.called()));
	}

	// Confirmed for this very file: another one is asked about again.
	private static List<Problem> doubts(SealedPaper paper, ScannedPaper said, String clause) {
		List<Problem> problems = new ArrayList<>();
		String file = paper.scan().orElseThrow().id().toString();
		if (said.isIncomplete()) {
			problems.add(new Problem(paper.field(),
					"%s：扫描件共%d页，应打印%d页，页数不一致；缺页的请补扫后重新上传。".formatted(paper.called(), said.pages(), said.printed()),
					clause, "scan-pages/" + file));
		}
		if (said.codes().isEmpty()) {
			problems.add(new Problem(paper.field(), "%s：扫描件上未识别到二维码，请核对扫描件是否为%s第%d版的盖章件；看不清的请以200点以上重新扫描。"
				.formatted(paper.called(), paper.number(), paper.revision()), clause, "scan-code/" + file));
		}
		return problems;
	}

}
