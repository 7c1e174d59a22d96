package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseDossier;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Sha256;
import io.huhang.electronic.ElectronicSet;
import io.huhang.electronic.SealedPaper;
import io.huhang.paper.ExpectedPaper;

import org.springframework.stereotype.Component;

/**
 * The electronic set of a list, as its paper is (附件1 封面, 填表须知四): scans of the 报送函, 附件3
 * and the cover of each case.
 */
@Component
public class ListElectronicSet implements ElectronicSet {

	private final RankedLists lists;

	private final ListPaperItems items;

	private final Revisions revisions;

	private final CoveringLetters letters;

	private final Attachments attachments;

	ListElectronicSet(RankedLists lists, ListPaperItems items, Revisions revisions, CoveringLetters letters,
			Attachments attachments) {
		this.lists = lists;
		this.items = items;
		this.revisions = revisions;
		this.letters = letters;
		this.attachments = attachments;
	}

	@Override
	public String sender() {
		return "推荐单位";
	}

	@Override
	public String annex() {
		return "附件1";
	}

	@Override
	public List<ExpectedPaper> items(String number) {
		return this.items.of(number);
	}

	/** Every sealed paper of the newest version. */
	@Override
	public List<SealedPaper> papers(String number) {
		RankedList list = this.lists.latest(number);
		List<SealedPaper> papers = new ArrayList<>();
		// An authority may print a letter of its own: its pages are not counted.
		papers.add(paper(list, ListPaperItems.LETTER, "letterScan", "报送函", 0, Dispatches.letterSlot(list.version())));
		papers.add(paper(list, ListPaperItems.ANNEX3, "annex3Scan", "附件3",
				this.attachments.kept(number, ListDossier.PDF, list.version()).map(StoredFile::pages).orElse(0),
				Dispatches.annex3Slot(list.version())));
		list.ranking().recommended().forEach(caseNumber -> papers.add(cover(list, caseNumber)));
		return papers;
	}

	private SealedPaper paper(RankedList list, String key, String field, String called, int pages, String slot) {
		return new SealedPaper(key, field, called, list.recommendationNumber(), list.version(), pages,
				scan(list.recommendationNumber(), slot));
	}

	private SealedPaper cover(RankedList list, String caseNumber) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		return new SealedPaper(caseNumber, "coverScan-" + caseNumber,
				"第%d个案例“%s”的封面".formatted(list.ranking().recommended().indexOf(caseNumber) + 1,
						revision.form().caseName()),
				caseNumber, revision.revision(), 0,
				scan(list.recommendationNumber(), Dispatches.coverSlot(caseNumber, list.version())));
	}

	private Optional<StoredFile> scan(String number, String slot) {
		return this.attachments.of(number, slot).stream().reduce((first, last) -> last);
	}

	@Override
	public boolean isPrint(SealedPaper paper) {
		String sha256 = paper.scan().orElseThrow().sha256();
		if (paper.key().equals(ListPaperItems.LETTER)) {
			return Sha256.hex(this.letters.pdf(paper.number())).equals(sha256);
		}
		List<String> slots = paper.key().equals(ListPaperItems.ANNEX3) ? List.of(ListDossier.PDF)
				: List.of(CaseDossier.PDF, CaseDossier.BOUND);
		return this.attachments.of(paper.number())
			.stream()
			.anyMatch(file -> slots.contains(file.slot()) && file.sha256().equals(sha256));
	}

}
