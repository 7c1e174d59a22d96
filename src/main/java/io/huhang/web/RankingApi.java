package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForm;
import io.huhang.application.Draft;
import io.huhang.application.Drafts;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Verdict;

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

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Drafts drafts;

	private final Authorities authorities;

	private final Campaign campaign;

	RankingApi(Access access, Recommendations recommendations, RankedLists lists, ListDecisions decisions,
			ListReviews reviews, CaseApplications cases, Revisions revisions, Drafts drafts, Authorities authorities,
			Campaign campaign) {
		this.access = access;
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.reviews = reviews;
		this.cases = cases;
		this.revisions = revisions;
		this.drafts = drafts;
		this.authorities = authorities;
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
	record RankingSheet(String number, String authorityName, String deadline, int cap, int version, Ranking ranking,
			List<CaseLine> cases, String returnedReason) {
	}

	/** The ranking as ordered, over the version that the form was loaded with. */
	record RankingSave(int version, Ranking ranking) {

		RankingSave {
			Objects.requireNonNull(ranking);
		}

	}

	@GetMapping("/case-recommendations/start")
	StartSheet startSheet(Person person) {
		Authority authority = own(person);
		Optional<Authority> partner = this.authorities.partner(authority);
		return new StartSheet(authority.name(), this.reviews.deadline(), this.campaign.recommendationCap(),
				candidates(authority), partner.map(Authority::name).orElse(""),
				partner.map(this::candidates).orElse(List.of()));
	}

	private List<CaseLine> candidates(Authority authority) {
		return this.recommendations.candidates(List.of(authority.key()))
			.stream()
			.map(found -> line(found.number()))
			.toList();
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
		Optional<Draft> draft = this.drafts.find(number, RankedLists.FORM);
		Ranking ranking = this.lists.draft(number);
		return new RankingSheet(number, this.authorities.names(recommendation.authorities()), this.reviews.deadline(),
				this.campaign.recommendationCap(), draft.map(Draft::version).orElse(0), ranking,
				ranking.entries().stream().map(entry -> line(entry.caseNumber())).toList(), returnedReason(number));
	}

	@PutMapping("/tasks/{taskId}/ranking/draft")
	int save(@PathVariable String taskId, @RequestBody RankingSave save, Person person) {
		String number = recommendation(taskId, person).number();
		return this.drafts.save(number, RankedLists.FORM, save.version(), save.ranking(), person.id()).version();
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
		return this.recommendations.get(this.access.task(taskId, person, RankedLists.FORM).number());
	}

	private CaseLine line(String number) {
		CaseForm form = this.revisions.latest(number).orElseThrow().form();
		return new CaseLine(number, form.caseName(), this.cases.get(number).unitName(),
				this.campaign.category(form.categories().get(0)).orElseThrow().annex3Label(),
				this.campaign.direction(form.direction()).orElseThrow().annex3Label(), form.summary());
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
