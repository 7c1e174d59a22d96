package io.huhang.region;

import java.util.ArrayList;
import java.util.List;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.document.PaperItem;
import io.huhang.document.PaperSeal;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.paper.ExpectedPaper;

import org.springframework.stereotype.Component;

/** What paper a region's application brings (附件2 封面, 填表须知三). */
@Component
public class RegionPaperItems {

	/** Key of the 申报书 with its evidence, which are bound together. */
	public static final String BOUND = "application";

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDossier dossier;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Campaign campaign;

	RegionPaperItems(RegionApplications applications, RegionRevisions revisions, RegionDossier dossier,
			Attachments attachments, Authorities authorities, Campaign campaign) {
		this.applications = applications;
		this.revisions = revisions;
		this.dossier = dossier;
		this.attachments = attachments;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/** Every item of the newest revision: all is bound together, so there is one. */
	public List<ExpectedPaper> of(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		PaperItem item = new PaperItem(BOUND, "附件2 成效突出地区申报书（含附件）", this.dossier.stamp(revision),
				this.campaign.paperCopies(), pages(number, revision.revision()), seals(this.applications.get(number)));
		return List.of(new ExpectedPaper(item, 0, "", ""));
	}

	/** How many pages are bound together; 0 before that. */
	int pages(String number, int revision) {
		return this.attachments.kept(number, RegionDossier.BOUND, revision).map(StoredFile::pages).orElse(0);
	}

	/**
	 * What {@link RegionSealing} makes each authority tick, as it stands on the paper.
	 */
	private List<PaperSeal> seals(RegionApplication application) {
		List<Authority> applying = application.authorities().stream().map(this.authorities::get).toList();
		List<PaperSeal> seals = new ArrayList<>();
		applying.forEach(
				authority -> seals.add(new PaperSeal(authority.key(), "封面申报单位公章（%s）".formatted(authority.name()))));
		seals.add(new PaperSeal("paging", "骑缝章"));
		return seals;
	}

}
