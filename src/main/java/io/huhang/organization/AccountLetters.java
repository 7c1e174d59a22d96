package io.huhang.organization;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Sha256;
import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.OneTimeLinks.Purpose;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters that answer public pages: only who reads the mailbox learns anything. */
@Component
public class AccountLetters {

	private static final int STEP_LENGTH = 16;

	private final OneTimeLinks links;

	private final Letters letters;

	private final Site site;

	private final Clock clock;

	AccountLetters(OneTimeLinks links, Letters letters, Site site, Clock clock) {
		this.links = links;
		this.letters = letters;
		this.site = site;
		this.clock = clock;
	}

	/** Asks an enterprise's first person to confirm its address. */
	@Transactional
	public void confirmRegistration(AccountRequest request) {
		String secret = this.links.issue(Purpose.REGISTRATION, request.id().toString());
		write("account-registration", request.id().toString(), secret, request.email(), request.name(),
				Map.of("enterpriseName", request.enterpriseName(), "uscc", request.uscc(), "until",
						until(Purpose.REGISTRATION), "link", this.site.link("/register/confirm/" + secret)));
	}

	/** Lets a person choose a new password; an earlier link still works. */
	@Transactional
	public void recover(Person person) {
		String secret = this.links.issueAnother(Purpose.RECOVERY, person.id());
		write("account-recovery", person.id(), secret, person.email(), person.name(),
				Map.of("until", until(Purpose.RECOVERY), "link", this.site.link("/account/recovery/" + secret)));
	}

	/**
	 * Tells somebody who registered that the address has an account.
	 * @param details {@code ended} is not empty for one that has ended
	 */
	@Transactional
	public void known(Person person, Map<String, Object> details) {
		Map<String, Object> model = new HashMap<>(details);
		model.put("link", this.site.link("/account/recovery"));
		write("account-known", person.id(), UUID.randomUUID().toString(), person.email(), person.name(), model);
	}

	private void write(String kind, String subject, String secret, String email, String name,
			Map<String, Object> model) {
		this.letters.write(kind, subject, Sha256.hex(secret).substring(0, STEP_LENGTH), email, name, model, List.of());
	}

	private String until(Purpose purpose) {
		return ChineseDates.minute(this.clock.instant().plus(purpose.validity()));
	}

}
