package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.Stamp;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.CoveringLetter.Enclosure;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionCall;

import org.springframework.stereotype.Component;

/**
 * The 报送函 of a list: made anew from what the officer types, and kept as sent. The same 文号
 * and 成文日期 give the same letter: paper and electronic set say the same (填表须知四).
 */
@Component
public class CoveringLetters {

	/** Slot of the letter as Word. */
	public static final String DOCX = "letter-docx";

	/** Slot of the letter as PDF. */
	public static final String PDF = "letter-pdf";

	/** Media type of the letter as Word. */
	public static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private static final String UNDATED = "　　　　年　　月　　日";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListSealings sealings;

	private final CoveringLetterCheck check;

	private final ListDossier dossier;

	private final CoveringLetterDocuments documents;

	private final Revisions revisions;

	private final RegionEnclosures regions;

	private final RegionCall call;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Campaign campaign;

	CoveringLetters(Recommendations recommendations, RankedLists lists, ListSealings sealings,
			CoveringLetterCheck check, ListDossier dossier, CoveringLetterDocuments documents, Revisions revisions,
			RegionEnclosures regions, RegionCall call, Attachments attachments, Authorities authorities,
			Campaign campaign) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.sealings = sealings;
		this.check = check;
		this.dossier = dossier;
		this.documents = documents;
		this.revisions = revisions;
		this.regions = regions;
		this.call = call;
		this.attachments = attachments;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/**
	 * The letter of the newest version as Word; a draft until number and date are right.
	 */
	public byte[] word(String number) {
		return this.documents.word(letter(number));
	}

	/** The same as PDF. */
	public byte[] pdf(String number) {
		return this.documents.pdf(letter(number));
	}

	/** Keeps the letter as the list was sent with it; a repetition finds it made. */
	public void keep(String number) {
		int version = this.lists.latest(number).version();
		this.attachments.keep(number, DOCX, version, "报送函.docx", word(number), WORD_TYPE);
		this.attachments.keep(number, PDF, version, "报送函.pdf", pdf(number), "application/pdf");
	}

	private CoveringLetter letter(String number) {
		RankedList list = this.lists.latest(number);
		ListSealing sealing = this.sealings.sent(number).orElseGet(() -> this.sealings.drafted(number));
		Stamp stamp = this.check.problems(list, sealing).isEmpty() ? this.dossier.stamp(list)
				: new Stamp(number, list.version(), "", "", true);
		Recommendation recommendation = this.recommendations.get(number);
		List<RegionApplication> regions = this.regions.of(number);
		int recommended = list.ranking().recommended().size();
		return new CoveringLetter(stamp,
				CoveringLetterRule.NONE.equals(sealing.letterNumber()) ? "" : sealing.letterNumber(),
				ChineseDates.iso(sealing.letterDate()).map(ChineseDates::day).orElse(UNDATED),
				recommendation.authorities().stream().map(key -> this.authorities.get(key).name()).toList(),
				recommended, regions.size(),
				(recommended > this.campaign.recommendationCap()) ? list.ranking().excessReason() : "",
				enclosures(list, regions), list.texts().contactName(), list.texts().contactPhone());
	}

	private List<Enclosure> enclosures(RankedList list, List<RegionApplication> regions) {
		List<String> recommended = list.ranking().recommended();
		Map<String, CaseForm> forms = this.revisions.latestForms(recommended);
		String copies = (this.campaign.paperCopies() == 2) ? "两" : String.valueOf(this.campaign.paperCopies());
		List<Enclosure> enclosures = new ArrayList<>(List.of(
				new Enclosure("典型案例推荐汇总表（一式%s份）".formatted(copies), List.of()),
				new Enclosure("典型案例申报书（共%d件，每件一式%s份，含证明材料）".formatted(recommended.size(), copies),
						recommended.stream().map(caseNumber -> item(caseNumber, forms.get(caseNumber))).toList())));
		// 统一报送: what goes along is sent by the same letter (通知二（三）).
		regions.forEach(region -> enclosures
			.add(new Enclosure("成效突出地区申报书（一式%s份，含证明材料）".formatted(copies), List.of(item(region)))));
		return enclosures;
	}

	private String item(RegionApplication region) {
		return "%s　%s（%s）".formatted(region.number(), this.call.direction(region.direction()).orElseThrow().label(),
				this.authorities.names(region.authorities()));
	}

	private static String item(String caseNumber, CaseForm form) {
		return "%s　%s（%s）".formatted(caseNumber, form.caseName(), form.unitName());
	}

}
