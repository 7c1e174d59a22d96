package io.huhang.web;

import java.util.List;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.RegionApplicationProcess;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionCall;
import io.huhang.region.RegionOpening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Behind startRegionApplication.html. */
@RestController
@RequestMapping("/api/region-applications/start")
class RegionStartApi {

	private final RegionApplications applications;

	private final CampaignDates dates;

	private final RegionCall call;

	private final Authorities authorities;

	private final Campaign campaign;

	RegionStartApi(RegionApplications applications, CampaignDates dates, RegionCall call, Authorities authorities,
			Campaign campaign) {
		this.applications = applications;
		this.dates = dates;
		this.call = call;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/**
	 * What the start form shows.
	 *
	 * @param partnerName with whom a joint application is possible, or empty
	 * @param consentNeeded whether the bureau has to agree first (C15)
	 */
	record StartSheet(String documentNumber, String title, int activityYear, String authorityName, String deadline,
			List<Choice> directions, String partnerName, boolean consentNeeded, String privacyVersion) {
	}

	/** One line of a choice. */
	record Choice(String value, String label) {
	}

	/** As chosen in the start form. */
	record StartAnswers(String direction, String mode, String privacyVersion) {

		RegionOpening opening() {
			return new RegionOpening(this.direction, RegionApplicationProcess.JOINT.equals(this.mode),
					this.privacyVersion);
		}

	}

	@GetMapping
	StartSheet open(Person person) {
		Authority authority = own(person);
		return new StartSheet(this.campaign.documentNumber(), this.campaign.title(), this.campaign.activityYear(),
				authority.name(), ChineseDates.deadline(this.dates.deadline(authority.key())),
				this.call.directions()
					.stream()
					.map(direction -> new Choice(direction.code(), direction.label()))
					.toList(),
				this.authorities.partner(authority).map(Authority::name).orElse(""),
				this.campaign.regionConsent().contains(authority.code()), this.campaign.privacyVersion());
	}

	@PostMapping("/check")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@RequestBody StartAnswers answers, Person person) {
		this.applications.checkOpening(own(person), answers.opening());
	}

	private Authority own(Person person) {
		Access.require(person, Role.OFFICER);
		return this.authorities.get(person.organization());
	}

}
