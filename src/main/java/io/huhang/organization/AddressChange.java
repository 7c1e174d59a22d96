package io.huhang.organization;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.campaign.Site;
import io.huhang.mail.Letters;

import org.springframework.stereotype.Component;

/**
 * Tells of a new login address at the old and at the new one, so that nobody loses an
 * account unawares.
 */
@Component
public class AddressChange {

	private final Letters letters;

	private final OrganizationNames organizations;

	private final Site site;

	AddressChange(Letters letters, OrganizationNames organizations, Site site) {
		this.letters = letters;
		this.organizations = organizations;
		this.site = site;
	}

	/** Writes both letters. */
	public void tell(Person before, Person after) {
		// The same change may happen again after it was undone.
		String step = UUID.randomUUID().toString();
		for (String recipient : List.of(before.email(), after.email())) {
			this.letters.write("account-address", after.id(), step, recipient, after.name(),
					Map.of("organizationName", this.organizations.of(after), "before", before.email(), "after",
							after.email(), "link", this.site.link("/")),
					List.of());
		}
	}

}
