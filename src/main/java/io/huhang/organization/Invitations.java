package io.huhang.organization;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Sha256;
import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.OneTimeLinks.Purpose;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters with the one-time link by which an invited person chooses its password. */
@Component
public class Invitations {

	private static final int STEP_LENGTH = 16;

	private final OneTimeLinks links;

	private final Letters letters;

	private final OrganizationNames organizations;

	private final Site site;

	private final Clock clock;

	Invitations(OneTimeLinks links, Letters letters, OrganizationNames organizations, Site site, Clock clock) {
		this.links = links;
		this.letters = letters;
		this.organizations = organizations;
		this.site = site;
		this.clock = clock;
	}

	/** Invites the person, or once more: an earlier link ends. */
	@Transactional
	public void send(Person person) {
		write(person, this.links.issue(Purpose.INVITATION, person.id()));
	}

	/**
	 * Invites the person once more because somebody asked on a public page, who need not
	 * be the person: an earlier link still works.
	 */
	@Transactional
	public void sendAnother(Person person) {
		write(person, this.links.issueAnother(Purpose.INVITATION, person.id()));
	}

	private void write(Person person, String secret) {
		this.letters.write("account-invited", person.id(), Sha256.hex(secret).substring(0, STEP_LENGTH), person.email(),
				person.name(),
				Map.of("organizationName", this.organizations.of(person), "roleName", person.role().label(), "login",
						person.email(), "until",
						ChineseDates.minute(this.clock.instant().plus(Purpose.INVITATION.validity())), "link",
						this.site.link("/account/invitation/" + secret)),
				List.of());
	}

}
