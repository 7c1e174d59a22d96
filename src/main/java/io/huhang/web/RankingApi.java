package io.huhang.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.CheckSheets;
import io.huhang.recommendation.EarlierVersions;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListOpinions;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.RankingDrafts;
import io.huhang.recommendation.RankingDrafts.Desk;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.RegionLists;
import io.huhang.recommendation.RegionLists.Notice;
import io.huhang.recommendation.Summaries;
import io.huhang.recommendation.SummaryProposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Behind startCaseRecommendation.html and rankCases.html. */
@RestController
@RequestMapping("/api")
class RankingApi {

	private final Access access;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListOpinions opinions;

	private final ListReviews reviews;

	private final Revisions revisions;

	private final RankingDrafts desks;

	private final DraftEditors editors;

	private final Authorities authorities;

	private final CheckSheets checks;

	private final Summaries summaries;

	private final CapRule rule;

	private final RegionLists regions;

	private final Campaign campaign;

	RankingApi(Access access, Recommendations recommendations, RankedLists lists, ListDecisions decisions,
			ListOpinions opinions, ListReviews reviews, Revisions revisions, RankingDrafts desks, DraftEditors editors,
			Authorities authorities, CheckSheets checks, Summaries summaries, CapRule rule, RegionLists regions,
			Campaign campaign) {
		this.access = access;
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.opinions = opinions;
		this.reviews = reviews;
		this.revisions = revisions;
		this.desks = desks;
		this.editors = editors;
		this.authorities = authorities;
		this.checks = checks;
		this.summaries = summaries;
		this.rule = rule;
		this.regions = regions;
		this.campaign = campaign;
	}

	/**
	 * What the start form shows.
	 *
	 * @param partnerName with whom a joint recommendation is possible, or empty
	 * @param partnerCandidates what the partner would bring into it
	 * @param obstacles what stands against it now, by mode: nothing that the form could
	 * mend
	 */
	record StartSheet(String authorityName, String deadline, int cap, List<CaseLine> candidates, String partnerName,
			List<CaseLine> partnerCandidates, Map<String, List<Problem>> obstacles) {
	}

	/** Alone or jointly, as chosen in the start form. */
	record StartAnswers(String mode) {

		boolean isJoint() {
			return CaseRecommendationProcess.JOINT.equals(this.mode);
		}

	}

	/**
	 * One case as lists show it.
	 *
	 * @param summary 简述 as a list would print it now
	 * @param summaryNote how far a proposal to change it is; or empty
	 * @param summaryLink where this officer may propose another one; or empty
	 */
	record CaseLine(String number, String caseName, String unitName, String category, String direction, String summary,
			String summaryNote, String summaryLink) {
	}

	/**
	 * What the ranking form shows when it opens.
	 *
	 * @param returned who sent the list back and why; null if nobody did
	 * @param renewal that an edit of a joint list needs a new consent; or empty
	 */
	record RankingSheet(String number, String authorityName, String deadline, int cap, String capNotice, int version,
			String savedAt, String savedBy, Ranking ranking, List<CaseLine> cases, List<GoneCase> gone,
			Returned returned, String renewal, Notice region, Map<String, Integer> scores, Map<String, String> held) {
	}

	/** Who sent the list back, as a sentence, and why. */
	record Returned(String told, String reason) {
	}

	/** A case that has ended since the list was saved. */
	record GoneCase(String number, String caseName, String unitName) {
	}

	/** The ranking as ordered, over the version that the form was loaded with. */
	record RankingSave(int version, Ranking ranking) {

		RankingSave {
			Objects.requireNonNull(ranking);
		}

	}

	/** The ranking as saved, and who has come and gone while it was being ordered. */
	record RankingSaved(int version, String savedAt, List<CaseLine> fresh, List<GoneCase> gone) {
	}

	@GetMapping("/case-recommendations/start")
	StartSheet startSheet(Person person) {
		Authority authority = own(person);
		Optional<Authority> partner = this.authorities.partner(authority);
		return new StartSheet(authority.name(), this.reviews.deadline(authority), this.rule.cap(),
				lines(this.recommendations.candidates(authority.key()), person),
				partner.map(Authority::name).orElse(""),
				partner.map(other -> lines(this.recommendations.candidates(other.key()), person)).orElse(List.of()),
				Map.of("SINGLE", this.recommendations.obstacles(authority, false), CaseRecommendationProcess.JOINT,
						partner.isEmpty() ? List.of() : this.recommendations.obstacles(authority, true)));
	}

	@PostMapping("/case-recommendations/start/check")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void checkStart(@RequestBody StartAnswers answers, Person person) {
		this.recommendations.checkOpening(own(person), answers.isJoint());
	}

	@GetMapping("/tasks/{taskId}/ranking")
	RankingSheet open(@PathVariable String taskId, Person person) {
		Recommendation recommendation = recommendation(taskId, person);
		String number = recommendation.number();
		Desk desk = this.desks.open(number);
		return new RankingSheet(number, this.authorities.names(recommendation.authorities()),
				this.reviews.deadline(number), this.rule.cap(), this.rule.notice(),
				desk.saved().map(Draft::version).orElse(0),
				desk.saved().map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""),
				this.editors.of(desk.saved(), person), desk.ranking(), lines(desk.candidates(), person), gone(desk),
				returned(number), renewal(recommendation), this.regions.notice(number).orElse(null),
				this.checks.totals(person.organization()), desk.held());
	}

	@PutMapping("/tasks/{taskId}/ranking/draft")
	RankingSaved save(@PathVariable String taskId, @RequestBody RankingSave save, Person person) {
		String number = recommendation(taskId, person).number();
		Draft saved = this.desks.save(number, save.version(), save.ranking(), person.id());
		Desk desk = this.desks.open(number);
		Set<String> known = save.ranking().entries().stream().map(Entry::caseNumber).collect(Collectors.toSet());
		return new RankingSaved(saved.version(), ChineseDates.minute(saved.savedAt()),
				lines(desk.candidates().stream().filter(found -> !known.contains(found.number())).toList(), person),
				gone(desk));
	}

	@PostMapping("/tasks/{taskId}/ranking/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.lists.check(recommendation(taskId, person).number());
	}

	private Authority own(Person person) {
		Access.require(person, Role.OFFICER);
		return this.authorities.get(person.organization());
	}

	private Recommendation recommendation(String taskId, Person person) {
		return this.recommendations.get(this.access.task(taskId, person, RankingDrafts.FORM).number());
	}

	private List<CaseLine> lines(List<CaseApplication> found, Person person) {
		Map<String, CaseForm> forms = this.revisions.latestForms(found.stream().map(CaseApplication::number).toList());
		Map<String, String> used = this.summaries.of(forms);
		Map<String, SummaryProposal> proposals = this.summaries.proposals(forms.keySet());
		return found.stream().map(application -> {
			String number = application.number();
			return line(application, forms.get(number), used.get(number), note(proposals.get(number)), person);
		}).toList();
	}

	private static String note(SummaryProposal proposal) {
		return (proposal == null) ? "" : switch (proposal.state()) {
			case OPEN -> "简述修改建议待申报单位答复";
			case AGREED -> "简述已按申报单位同意的文字修改";
			case DECLINED -> "申报单位不同意修改简述，仍用原文";
			case RETRACTED -> "";
		};
	}

	private CaseLine line(CaseApplication application, CaseForm form, String summary, String note, Person person) {
		String link = application.authority().equals(person.organization())
				? "/cases/%s/summary/proposal".formatted(application.number()) : "";
		return new CaseLine(application.number(), form.caseName(), application.unitName(),
				this.campaign.category(form.categories().get(0)).orElseThrow().annex3Label(),
				this.campaign.direction(form.direction()).orElseThrow().annex3Label(), summary, note, link);
	}

	private static List<GoneCase> gone(Desk desk) {
		return desk.gone()
			.stream()
			.map(found -> new GoneCase(found.number(), found.caseName(), found.unitName()))
			.toList();
	}

	private Returned returned(String number) {
		return this.decisions.of(number)
			.stream()
			.reduce((first, last) -> last)
			.filter(decision -> decision.verdict().decision().equals(Verdict.RETURN))
			.map(decision -> new Returned("第%d版名单由%s于%s在“%s”环节退回，请按下列意见调整后重新提交：".formatted(decision.version(),
					this.opinions.decider(decision), ChineseDates.minute(decision.decidedAt()),
					decision.step().label()), decision.verdict().reason()))
			.orElse(null);
	}

	// Any edit voids the consent (C14): who edits is told before, not after.
	private String renewal(Recommendation recommendation) {
		return this.decisions.of(recommendation.number())
			.stream()
			.filter(decision -> EarlierVersions.PARTNERS.contains(decision.step()))
			.reduce((first, last) -> last)
			.map(decision -> "本名单由两个单位联合推荐：重新提交后为新的一版，须由%s重新提出意见、重新会签，对第%d版的意见和会签不再适用。"
				.formatted(this.authorities.get(recommendation.partner()).name(), decision.version()))
			.orElse("");
	}

}
