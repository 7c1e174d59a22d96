package io.huhang.region;

import java.util.ArrayList;
import java.util.List;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.document.PaperItem;
import io.huhang.document.PaperSeal;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.MissingPaper;
import io.huhang.paper.PageFound;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;

/**
 * 登记纸质材料: what paper a region's application brings (附件2 封面, 填表须知三), and what the
 * ministry's officer has counted of it so far, round by round.
 */
@Component
public class RegionRegistration {

	/** The form whose draft is registered. */
	public static final String FORM = "registerRegionPaper";

	/** Key of the 申报书 with its evidence, which are bound together. */
	public static final String BOUND = "application";

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDossier dossier;

	private final RegionDispatches dispatches;

	private final PaperCounting counting;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Drafts drafts;

	private final Campaign campaign;

	RegionRegistration(RegionApplications applications, RegionRevisions revisions, RegionDossier dossier,
			RegionDispatches dispatches, PaperCounting counting, Attachments attachments, Authorities authorities,
			Drafts drafts, Campaign campaign) {
		this.applications = applications;
		this.revisions = revisions;
		this.dossier = dossier;
		this.dispatches = dispatches;
		this.counting = counting;
		this.attachments = attachments;
		this.authorities = authorities;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/** The draft form of the round that is open. */
	public String form(String number) {
		return this.counting.form(FORM, number);
	}

	/** What has been typed so far; a later round begins with what was found before. */
	public CountedPaper draft(String number) {
		return this.drafts.read(number, form(number), CountedPaper.class, this.counting.begin(number));
	}

	/** Every item of the newest revision: all is bound together, so there is one. */
	public List<ExpectedPaper> items(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		int pages = this.attachments.kept(number, RegionDossier.BOUND, revision.revision())
			.map(StoredFile::pages)
			.orElse(0);
		PaperItem item = new PaperItem(BOUND, "附件2 成效突出地区申报书（含附件）", this.dossier.stamp(revision),
				this.campaign.paperCopies(), pages, seals(this.applications.get(number)));
		return List.of(new ExpectedPaper(item, 0, "", ""));
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

	/** Everything that stands against registering what is drafted. */
	public List<Problem> check(String number) {
		return this.counting.check(number, draft(number), items(number),
				this.dispatches.find(number).map(dispatch -> dispatch.sealing().dispatchedOn()));
	}

	/** What is missing of each item. */
	public List<MissingPaper> missing(String number, CountedPaper paper) {
		return this.counting.missing(paper, items(number));
	}

	/** Says what a page belongs to, by what its QR code says. */
	public PageFound read(String number, String text) {
		return this.counting.read(text, items(number), "本申报");
	}

}
