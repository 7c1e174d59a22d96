package io.huhang.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;
import io.huhang.mail.Letters;
import io.huhang.organization.Authorities;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/**
 * Who is told what by letter about region applications. A person is told once per fact:
 * the step names the fact.
 */
@Component
public class RegionAnnouncements {

	private static final String CONTACTS = "申报咨询联系人";

	private final RegionApplications applications;

	private final RegionCall call;

	private final Authorities authorities;

	private final People people;

	private final Letters letters;

	private final Campaign campaign;

	private final Site site;

	RegionAnnouncements(RegionApplications applications, RegionCall call, Authorities authorities, People people,
			Letters letters, Campaign campaign, Site site) {
		this.applications = applications;
		this.call = call;
		this.authorities = authorities;
		this.people = people;
		this.letters = letters;
		this.campaign = campaign;
		this.site = site;
	}

	/**
	 * Tells these people a fact about an application.
	 * @param kind the letter's template
	 * @param step what makes this fact different from an earlier one of its kind
	 * @param details what the template says beside the application's own data
	 */
	void tell(String kind, String number, String step, List<Person> readers, Map<String, Object> details) {
		Map<String, Object> model = model(number, details);
		readers
			.forEach(person -> this.letters.write(kind, number, step, person.email(), person.name(), model, List.of()));
	}

	/** Tells the people of these roles in each authority of the application. */
	public void tellAuthorities(String kind, String number, String step, List<Role> roles,
			Map<String, Object> details) {
		tell(kind, number, step,
				this.applications.get(number)
					.authorities()
					.stream()
					.flatMap(authority -> people(authority, roles).stream())
					.toList(),
				details);
	}

	/** The active people of these roles in this authority. */
	List<Person> people(String authority, List<Role> roles) {
		return roles.stream().distinct().flatMap(role -> this.people.with(role, authority).stream()).toList();
	}

	/** Tells the coordinators a fact about an application. */
	void tellCoordinators(String kind, String number, String step, Map<String, Object> details) {
		tell(kind, number, step, this.people.with(Role.COORDINATOR, ""), details);
	}

	/** Tells the notice's mailbox (三、联系方式), with files where it needs them. */
	void tellContacts(String kind, String number, String step, Map<String, Object> details, List<LetterFile> files) {
		this.letters.write(kind, number, step, this.campaign.mailbox(), CONTACTS, model(number, details), files);
	}

	private Map<String, Object> model(String number, Map<String, Object> details) {
		RegionApplication application = this.applications.get(number);
		Map<String, Object> model = new HashMap<>(this.campaign.imprint());
		model.put("number", number);
		model.put("authorityName", this.authorities.names(application.authorities()));
		model.put("direction", this.call.direction(application.direction()).orElseThrow().label());
		model.put("link", this.site.link("/regions/" + number));
		model.putAll(details);
		return model;
	}

}
