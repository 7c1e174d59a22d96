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
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.ListDecision;
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

	private final ListReviews reviews;

	private final Revisions revisions;

	private final RankingDrafts desks;

	private final DraftEditors editors;

	private final Authorities authorities;

	private final CheckSheets checks;

	private final CapRule rule;

	private final RegionLists regions;

	private final Campaign campaign;

	RankingApi(Access access, Recommendations recommendations, RankedLists lists, ListDecisions decisions,
			ListReviews reviews, Revisions revisions, RankingDrafts desks, DraftEditors editors,
			Authorities authorities, CheckSheets checks, CapRule rule, RegionLists regions, Campaign campaign) {
		this.access = access;
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.reviews = reviews;
		this.revisions = revisions;
		this.desks = desks;
		this.editors = editors;
		this.authorities = authorities;
		this.checks = checks;
		this.rule = rule;
		this.regions = regions;
		this.campaign = campaign;
	}

	/**
	 * What the start form shows.
	 *
	 * @param partnerName with whom a joint recommendation is possible, or empty
	 * @param partnerCandidates what the partner would bring into it
	 */
	record StartSheet(String authorityName, String deadline, int cap, List<CaseLine> candidates, String partnerName,
			List<CaseLine> partnerCandidates) {
	}

	/** Alone or jointly, as chosen in the start form. */
	record StartAnswers(String mode) {

		boolean isJoint() {
			return CaseRecommendationProcess.JOINT.equals(this.mode);
		}

	}

	/** One case as lists show it. */
	record CaseLine(String number, String caseName, String unitName, String category, String direction,
			String summary) {
	}

	/** What the ranking form shows when it opens. */
	record RankingSheet(String number, String authorityName, String deadline, int cap, String capNotice, int version,
			String savedAt, String savedBy, Ranking ranking, List<CaseLine> cases, List<GoneCase> gone,
			String returnedReason, Notice region, Map<String, Integer> scores) {
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
		return new StartSheet(authority.name(), this.reviews.deadline(), this.rule.cap(),
				lines(this.recommendations.candidates(authority.key())), partner.map(Authority::name).orElse(""),
				partner.map(other -> lines(this.recommendations.candidates(other.key()))).orElse(List.of()));
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
		return new RankingSheet(number, this.authorities.names(recommendation.authorities()), this.reviews.deadline(),
				this.rule.cap(), this.rule.notice(), desk.saved().map(Draft::version).orElse(0),
				desk.saved().map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""),
				this.editors.of(desk.saved(), person), desk.ranking(), lines(desk.candidates()), gone(desk),
				returnedReason(number), this.regions.notice(number).orElse(null),
				this.checks.totals(person.organization()));
	}

	@PutMapping("/tasks/{taskId}/ranking/draft")
	RankingSaved save(@PathVariable String taskId, @RequestBody RankingSave save, Person person) {
		String number = recommendation(taskId, person).number();
		Draft saved = this.desks.save(number, save.version(), save.ranking(), person.id());
		Desk desk = this.desks.open(number);
		Set<String> known = save.ranking().entries().stream().map(Entry::caseNumber).collect(Collectors.toSet());
		return new RankingSaved(saved.version(), ChineseDates.minute(saved.savedAt()),
				lines(desk.candidates().stream().filter(found -> !known.contains(found.number())).toList()),
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

	private List<CaseLine> lines(List<CaseApplication> found) {
		Map<String, CaseForm> forms = this.revisions.latestForms(found.stream().map(CaseApplication::number).toList());
		return found.stream().map(application -> line(application, forms.get(application.number()))).toList();
	}

	private CaseLine line(CaseApplication application, CaseForm form) {
		return new CaseLine(application.number(), form.caseName(), application.unitName(),
				this.campaign.category(form.categories().get(0)).orElseThrow().annex3Label(),
				this.campaign.direction(form.direction()).orElseThrow().annex3Label(), form.summary());
	}

	private static List<GoneCase> gone(Desk desk) {
		return desk.gone()
			.stream()
			.map(found -> new GoneCase(found.number(), found.caseName(), found.unitName()))
			.toList();
	}

	private String returnedReason(String number) {
		return this.decisions.of(number)
			.stream()
			.reduce((first, last) -> last)
			.map(ListDecision::verdict)
			.filter(verdict -> verdict.decision().equals(Verdict.RETURN))
			.map(Verdict::reason)
			.orElse("");
	}

}
