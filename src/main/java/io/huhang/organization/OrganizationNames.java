package io.huhang.organization;

import io.huhang.campaign.Campaign;

import org.springframework.stereotype.Component;

/** The name of the enterprise, authority or bureau that a person belongs to. */
@Component
public class OrganizationNames {

	private final Enterprises enterprises;

	private final Authorities authorities;

	private final Campaign campaign;

	OrganizationNames(Enterprises enterprises, Authorities authorities, Campaign campaign) {
		this.enterprises = enterprises;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/** As letters and pages name it. */
	public String of(Person person) {
		if (person.role() == Role.APPLICANT) {
			return this.enterprises.get(person.organization()).name();
		}
		return person.role().isLocal() ? this.authorities.get(person.organization()).name() : this.campaign.issuer();
	}

}
