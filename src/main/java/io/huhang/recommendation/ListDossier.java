package io.huhang.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Site;
import io.huhang.document.Stamp;
import io.huhang.organization.Authorities;

import org.springframework.stereotype.Component;

/** Makes and keeps 附件3 of the newest version of a list; a repetition finds it made. */
@Component
public class ListDossier {

	/** Slot of annex 3 as Word. */
	public static final String DOCX = "annex3-docx";

	/** Slot of annex 3 as a workbook. */
	public static final String XLSX = "annex3-xlsx";

	/** Slot of annex 3 as PDF. */
	public static final String PDF = "annex3-pdf";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Revisions revisions;

	private final Annex3Documents documents;

	private final Annex3Workbook workbook;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Campaign campaign;

	private final Site site;

	ListDossier(Recommendations recommendations, RankedLists lists, Revisions revisions, Annex3Documents documents,
			Annex3Workbook workbook, Attachments attachments, Authorities authorities, Campaign campaign, Site site) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.revisions = revisions;
		this.documents = documents;
		this.workbook = workbook;
		this.attachments = attachments;
		this.authorities = authorities;
		this.campaign = campaign;
		this.site = site;
	}

	/** Makes annex 3 of the newest version in the approved order. */
	public void generate(String number) {
		RankedList list = this.lists.latest(number);
		if (this.attachments.kept(number, PDF, list.version()).isPresent()) {
			return;
		}
		Annex3 annex = annex(list, stamp(list));
		this.attachments.keep(number, DOCX, list.version(), "附件3 典型案例推荐汇总表.docx", this.documents.word(annex),
				"application/vnd.openxmlformats-officedocument.wordprocessingml.document");
		this.attachments.keep(number, XLSX, list.version(), "附件3 典型案例推荐汇总表.xlsx", this.workbook.write(annex),
				Annex3Workbook.MEDIA_TYPE);
		this.attachments.keep(number, PDF, list.version(), "附件3 典型案例推荐汇总表.pdf", this.documents.pdf(annex).content(),
				"application/pdf");
	}

	/** Annex 3 of this version, as far as it is made. */
	public List<StoredFile> of(String number, int version) {
		return List.of(PDF, DOCX, XLSX)
			.stream()
			.flatMap(slot -> this.attachments.kept(number, slot, version).stream())
			.toList();
	}

	/** Annex 3 of the newest version to look at before anybody has signed (草稿). */
	public byte[] preview(String number) {
		RankedList list = this.lists.latest(number);
		Stamp draft = new Stamp(number, 0, "", "", true);
		return this.documents.pdf(annex(list, draft)).content();
	}

	private Annex3 annex(RankedList list, Stamp stamp) {
		Recommendation recommendation = this.recommendations.get(list.recommendationNumber());
		return new Annex3(stamp,
				recommendation.authorities().stream().map(key -> this.authorities.get(key).name()).toList(),
				LocalDate.ofInstant(list.frozenAt(), Campaign.ZONE), rows(list), list.texts().contactName(),
				list.texts().contactPhone());
	}

	/** What each page about this version carries. */
	Stamp stamp(RankedList list) {
		String verify = this.site.link("/verify/%s/%d/%s".formatted(list.recommendationNumber(), list.version(),
				Stamp.shorten(list.fingerprint())));
		return new Stamp(list.recommendationNumber(), list.version(), list.fingerprint(), verify, false);
	}

	private List<Annex3.Row> rows(RankedList list) {
		List<String> recommended = list.ranking().recommended();
		Map<String, CaseForm> forms = this.revisions.latestForms(recommended);
		return recommended.stream()
			.map(number -> row(forms.get(number), list.texts().summary(number, forms.get(number))))
			.toList();
	}

	private Annex3.Row row(CaseForm form, String summary) {
		return new Annex3.Row(form.caseName(), form.unitName(),
				this.campaign.category(form.categories().get(0)).orElseThrow().annex3Label(),
				this.campaign.direction(form.direction()).orElseThrow().annex3Label(), summary, form.contactName(),
				form.contactPhone());
	}

}
