package io.huhang.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.Standing.State;

import org.springframework.stereotype.Component;

/** Letters about claims and about who is an enterprise's contact. */
@Component
public class ClaimLetters {

	private final People people;

	private final Enterprises enterprises;

	private final Letters letters;

	private final Site site;

	private final Clock clock;

	ClaimLetters(People people, Enterprises enterprises, Letters letters, Site site, Clock clock) {
		this.people = people;
		this.enterprises = enterprises;
		this.letters = letters;
		this.site = site;
		this.clock = clock;
	}

	/** Tells whoever decides; the contact nothing of a dispute, which is about it. */
	public void opened(Claim claim) {
		tellAuthority(claim, "opened");
		if (claim.kind() == ClaimKind.JOIN) {
			this.enterprises.contact(claim.uscc())
				.ifPresent(contact -> opened(claim, contact, "opened", "/organization"));
		}
	}

	/** Tells the authority alone that who asked to join now disputes. */
	public void disputed(Claim claim) {
		tellAuthority(claim, "disputed");
	}

	private void tellAuthority(Claim claim, String step) {
		Role officer = claim.authority().isEmpty() ? Role.MIIT_OFFICER : Role.OFFICER;
		this.people.with(officer, claim.authority()).forEach(person -> opened(claim, person, step, "/claims"));
	}

	/** Tells both sides the decision; each gets it once. */
	public void decided(Claim claim, List<Person> others) {
		Claim.Outcome outcome = claim.outcome().orElseThrow();
		Map<String, Object> model = Map.of("enterpriseName", this.enterprises.get(claim.uscc()).name(), "claimant",
				claim.claimant().name(), "decision", outcome.decision().label(), "reason", outcome.reason(), "link",
				this.site.link("/login"));
		List<Addressee> addressees = new ArrayList<>();
		addressees.add(new Addressee(claim.claimant().email(), claim.claimant().name(), false));
		others.forEach(person -> addressees.add(new Addressee(person.email(), person.name(), hasLeft(person))));
		addressees.forEach(to -> decided(claim, to, model));
	}

	private void decided(Claim claim, Addressee to, Map<String, Object> common) {
		Map<String, Object> model = new HashMap<>(common);
		model.put("ended", to.ended());
		this.letters.write("claim-decided", claim.id().toString(), "decided", to.email(), to.name(), model, List.of());
	}

	private boolean hasLeft(Person person) {
		return this.people.standing(person.id()).map(Standing::state).orElseThrow() == State.LEFT;
	}

	/** Tells the former and the new contact. */
	public void contactChanged(Enterprise enterprise, Person former, Person now) {
		Map<String, Object> model = Map.of("enterpriseName", enterprise.name(), "former", former.name(), "contact",
				now.name(), "link", this.site.link("/organization"));
		for (Person person : List.of(former, now)) {
			this.letters.write("contact-changed", enterprise.uscc(), this.clock.instant().toString(), person.email(),
					person.name(), model, List.of());
		}
	}

	private void opened(Claim claim, Person reader, String step, String page) {
		this.letters.write("claim-opened", claim.id().toString(), step, reader.email(), reader.name(),
				Map.of("enterpriseName", this.enterprises.get(claim.uscc()).name(), "uscc", claim.uscc(), "claimant",
						claim.claimant().name(), "kind", claim.kind().label(), "link", this.site.link(page)),
				List.of());
	}

	private record Addressee(String email, String name, boolean ended) {
	}

}
