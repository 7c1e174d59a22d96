package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.application.Withdrawals;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.document.PaperItem;
import io.huhang.document.PaperSeal;
import io.huhang.document.Stamp;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.paper.ExpectedPaper;

import org.springframework.stereotype.Component;

/**
 * What paper a list brings, in its order (通知二（三）, 附件1 填表须知三): papers of the list itself,
 * then each recommended case.
 */
@Component
public class ListPaperItems {

	/** Key of 附件3 among the items. */
	public static final String ANNEX3 = "annex3";

	/** Key of the 报送函 among the items. */
	public static final String LETTER = "letter";

	private static final int LETTER_COPIES = 1;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDossier dossier;

	private final Revisions revisions;

	private final CaseApplications cases;

	private final Withdrawals withdrawals;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Campaign campaign;

	ListPaperItems(Recommendations recommendations, RankedLists lists, ListDossier dossier, Revisions revisions,
			CaseApplications cases, Withdrawals withdrawals, Attachments attachments, Authorities authorities,
			Campaign campaign) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.dossier = dossier;
		this.revisions = revisions;
		this.cases = cases;
		this.withdrawals = withdrawals;
		this.attachments = attachments;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/** Every item of the newest version. */
	public List<ExpectedPaper> of(String number) {
		RankedList list = this.lists.latest(number);
		List<Authority> recommenders = this.recommendations.get(number)
			.authorities()
			.stream()
			.map(this.authorities::get)
			.toList();
		List<ExpectedPaper> items = new ArrayList<>();
		// Both carry the same QR code: a reader gun leads to the first.
		items.add(annex3(list, recommenders));
		items.add(letter(list, recommenders));
		List<String> recommended = list.ranking().recommended();
		recommended
			.forEach(caseNumber -> items.add(ofCase(recommended.indexOf(caseNumber) + 1, caseNumber, recommenders)));
		return items;
	}

	/** The lists that bring the paper of this number: its own, or those of its case. */
	public List<String> listsWith(String number) {
		if (this.recommendations.find(number).isPresent()) {
			return List.of(number);
		}
		return this.cases.find(number)
			.map(CaseApplication::authority)
			.map(this.recommendations::of)
			.orElse(List.of())
			.stream()
			.filter(list -> this.lists.find(list)
				.filter(found -> found.ranking().recommended().contains(number))
				.isPresent())
			.toList();
	}

	private ExpectedPaper annex3(RankedList list, List<Authority> recommenders) {
		PaperItem item = new PaperItem(ANNEX3, "附件3 典型案例推荐汇总表", this.dossier.stamp(list), this.campaign.paperCopies(),
				pages(list.recommendationNumber(), ListDossier.PDF, list.version()),
				recommenderSeals(recommenders, "推荐单位（盖章）处推荐单位"));
		return new ExpectedPaper(item, 0, "", "");
	}

	private ExpectedPaper letter(RankedList list, List<Authority> recommenders) {
		PaperItem item = new PaperItem(LETTER, "报送函", this.dossier.stamp(list), LETTER_COPIES,
				pages(list.recommendationNumber(), CoveringLetters.PDF, list.version()),
				recommenderSeals(recommenders, "落款"));
		return new ExpectedPaper(item, 0, "", "");
	}

	private ExpectedPaper ofCase(int rank, String caseNumber, List<Authority> recommenders) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		List<PaperSeal> seals = new ArrayList<>(
				List.of(new PaperSeal("applicant", "封面申报单位公章"), new PaperSeal("declaration", "“五、真实性承诺”申报单位公章"),
						new PaperSeal("signature", "“五、真实性承诺”%s签章".formatted(revision.form().role().label())),
						new PaperSeal("paging", "骑缝章")));
		seals.addAll(recommenderSeals(recommenders, "封面推荐单位"));
		PaperItem item = new PaperItem(caseNumber, revision.form().caseName(),
				new Stamp(caseNumber, revision.revision(), revision.fingerprint(), "", false),
				this.campaign.paperCopies(), pages(caseNumber, CaseDossier.BOUND, revision.revision()), seals);
		return new ExpectedPaper(item, rank, revision.form().unitName(), exemption(this.cases.get(caseNumber)));
	}

	private static List<PaperSeal> recommenderSeals(List<Authority> recommenders, String place) {
		return recommenders.stream()
			.map(authority -> new PaperSeal(authority.key(), "%s公章（%s）".formatted(place, authority.name())))
			.toList();
	}

	private int pages(String owner, String slot, int edition) {
		return this.attachments.kept(owner, slot, edition).map(StoredFile::pages).orElse(0);
	}

	private String exemption(CaseApplication application) {
		if (application.live()) {
			return "";
		}
		return this.withdrawals.find(application.number()).isPresent() ? "本案例已撤回，不须清点。" : "本案例已办结，不须清点。";
	}

}
