package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplications;
import io.huhang.application.CaseApplications.Opening;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ClosingDates;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Behind startCaseApplication.html. */
@RestController
@RequestMapping("/api/case-applications/start")
class CaseStartApi {

	private final CaseApplications cases;

	private final Enterprises enterprises;

	private final Authorities authorities;

	private final Campaign campaign;

	private final ClosingDates closingDates;

	CaseStartApi(CaseApplications cases, Enterprises enterprises, Authorities authorities, Campaign campaign,
			ClosingDates closingDates) {
		this.cases = cases;
		this.enterprises = enterprises;
		this.authorities = authorities;
		this.campaign = campaign;
		this.closingDates = closingDates;
	}

	/** One line of a choice. */
	record Choice(String value, String label, String group) {
	}

	/** What the start form shows. */
	record StartOptions(Enterprise enterprise, String privacyVersion, String title, String documentNumber,
			List<Choice> authorities, List<Choice> directions) {
	}

	@GetMapping
	StartOptions options(Person person) {
		Access.require(person, Role.APPLICANT);
		return new StartOptions(this.enterprises.get(person.organization()), this.campaign.privacyVersion(),
				this.campaign.title(), this.campaign.documentNumber(),
				this.authorities.enabled()
					.stream()
					.map(authority -> new Choice(authority.key(), authority.name(), authority.province()))
					.toList(),
				this.campaign.directions()
					.stream()
					.map(direction -> new Choice(direction.code(), direction.name(), direction.guidance()))
					.toList());
	}

	@PostMapping("/check")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@RequestBody Opening opening, Person person) {
		Access.require(person, Role.APPLICANT);
		this.enterprises.submitterProblem(person.organization(), person.id(), "submitter").ifPresent(problem -> {
			throw new RefusedException(List.of(problem));
		});
		this.cases.checkOpening(opening, this.enterprises.get(person.organization()),
				this.closingDates.ofFirstFilings(opening.authority()));
	}

}
