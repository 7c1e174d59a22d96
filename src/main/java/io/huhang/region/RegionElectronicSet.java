package io.huhang.region;

import java.util.List;
import java.util.Optional;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.electronic.ElectronicSet;
import io.huhang.electronic.SealedPaper;
import io.huhang.paper.ExpectedPaper;

import org.springframework.stereotype.Component;

/**
 * The electronic set of a region's application, as its paper is (附件2 封面, 填表须知四): one scan
 * of all that is bound together.
 */
@Component
public class RegionElectronicSet implements ElectronicSet {

	private static final String FIELD = "sealedScan";

	private final RegionRevisions revisions;

	private final RegionPaperItems items;

	private final Attachments attachments;

	RegionElectronicSet(RegionRevisions revisions, RegionPaperItems items, Attachments attachments) {
		this.revisions = revisions;
		this.items = items;
		this.attachments = attachments;
	}

	@Override
	public String sender() {
		return "申报单位";
	}

	@Override
	public String annex() {
		return "附件2";
	}

	@Override
	public List<ExpectedPaper> items(String number) {
		return this.items.of(number);
	}

	@Override
	public List<SealedPaper> papers(String number) {
		int revision = this.revisions.newest(number);
		return List.of(new SealedPaper(RegionPaperItems.BOUND, FIELD, "申报书", number, revision,
				this.items.pages(number, revision), scan(number)));
	}

	/** The newest scan of the newest revision. */
	public Optional<StoredFile> scan(String number) {
		return this.attachments.of(number, RegionDispatches.scanSlot(this.revisions.newest(number)))
			.stream()
			.reduce((first, last) -> last);
	}

	@Override
	public boolean isPrint(SealedPaper paper) {
		String sha256 = paper.scan().orElseThrow().sha256();
		return this.attachments.of(paper.number())
			.stream()
			.anyMatch(file -> List.of(RegionDossier.BOUND, RegionDossier.PDF).contains(file.slot())
					&& file.sha256().equals(sha256));
	}

}
