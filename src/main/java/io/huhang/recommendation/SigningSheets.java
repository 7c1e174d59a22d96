package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.PlainText;
import io.huhang.document.UnreadablePartException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.SigningSheet.Line;
import io.huhang.recommendation.SigningSheet.Said;

import org.springframework.stereotype.Component;

/** The 签报 of the newest version of a list, on the screen and to print (线下签批). */
@Component
public class SigningSheets {

	private static final String TEMPLATE = "signing-sheet";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListOpinions opinions;

	private final ListDossier dossier;

	private final Revisions revisions;

	private final Authorities authorities;

	private final Levels levels;

	private final People people;

	private final CheckSheets checks;

	private final CapRule rule;

	private final RegionLists regions;

	private final Campaign campaign;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	SigningSheets(Recommendations recommendations, RankedLists lists, ListDecisions decisions, ListOpinions opinions,
			ListDossier dossier, Revisions revisions, Authorities authorities, Levels levels, People people,
			CheckSheets checks, CapRule rule, RegionLists regions, Campaign campaign, PdfDocuments pdf,
			PdfBinder binder) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.opinions = opinions;
		this.dossier = dossier;
		this.revisions = revisions;
		this.authorities = authorities;
		this.levels = levels;
		this.people = people;
		this.checks = checks;
		this.rule = rule;
		this.regions = regions;
		this.campaign = campaign;
		this.pdf = pdf;
		this.binder = binder;
	}

	/** The newest version, as it is put before who signs it. */
	public SigningSheet of(String number) {
		RankedList list = this.lists.latest(number);
		Ranking ranking = list.ranking();
		String authority = this.recommendations.get(number).authority();
		String approver = String.join("或者", this.levels.of(authority).approvers().stream().map(Role::label).toList());
		Map<String, CaseForm> forms = this.revisions
			.latestForms(ranking.entries().stream().map(Entry::caseNumber).toList());
		return new SigningSheet(this.authorities.names(this.recommendations.get(number).authorities()), approver,
				name(list.frozenBy()), list.frozenAt(), lines(list, Opinion.RECOMMEND, forms),
				lines(list, Opinion.RESERVE, forms), lines(list, Opinion.DECLINE, forms), ranking.excessReason(),
				this.regions.warning(list).orElse(""), opinions(list));
	}

	/**
	 * The same to print, with room for the signature.
	 * @param authority whose people print it: scores are for those who gave them
	 */
	public byte[] pdf(String number, String authority) {
		RankedList list = this.lists.latest(number);
		SigningSheet sheet = of(number);
		Map<String, Object> fields = new HashMap<>();
		fields.put("sheet", sheet);
		fields.put("scores", this.checks.totals(authority));
		fields.put("documentNumber", this.campaign.documentNumber());
		fields.put("cap", this.rule.cap());
		fields.put("exceeded", this.rule.isExceeded(list.ranking()));
		fields.put("rankedOn", ChineseDates.day(sheet.rankedAt().atZone(Campaign.ZONE).toLocalDate()));
		try {
			return this.binder
				.bind(List.of(Part.own("签报", this.pdf.render(TEMPLATE, fields))), this.dossier.stamp(list))
				.content();
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	private List<Said> opinions(RankedList list) {
		return this.decisions.of(list.recommendationNumber())
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() != Step.APPROVE)
			.map(this.opinions::said)
			.toList();
	}

	private List<Line> lines(RankedList list, Opinion opinion, Map<String, CaseForm> forms) {
		List<Line> lines = new ArrayList<>();
		list.ranking()
			.of(opinion)
			.forEach(entry -> lines.add(line((opinion == Opinion.DECLINE) ? "" : String.valueOf(lines.size() + 1),
					entry, forms.get(entry.caseNumber()), list.texts())));
		return lines;
	}

	private Line line(String place, Entry entry, CaseForm form, ListTexts texts) {
		return new Line(place, entry.caseNumber(), PlainText.printable(form.caseName()),
				PlainText.printable(form.unitName()),
				this.campaign.category(form.categories().get(0)).orElseThrow().annex3Label(),
				this.campaign.direction(form.direction()).orElseThrow().annex3Label(),
				PlainText.printable(texts.summary(entry.caseNumber(), form)), PlainText.printable(entry.reason()));
	}

	private String name(String userId) {
		return this.people.find(userId).map(Person::name).orElse("");
	}

}
