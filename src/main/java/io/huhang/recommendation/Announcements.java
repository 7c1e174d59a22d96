package io.huhang.recommendation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;
import io.huhang.mail.Letters;
import io.huhang.organization.Authorities;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/**
 * Who is told what by letter about cases and lists. A person is told once per fact: the
 * step names the fact.
 */
@Component
public class Announcements {

	private static final String CONTACTS = "申报咨询联系人";

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Recommendations recommendations;

	private final Authorities authorities;

	private final People people;

	private final Enterprises enterprises;

	private final Letters letters;

	private final Campaign campaign;

	private final Site site;

	Announcements(CaseApplications cases, Revisions revisions, Recommendations recommendations, Authorities authorities,
			People people, Enterprises enterprises, Letters letters, Campaign campaign, Site site) {
		this.cases = cases;
		this.revisions = revisions;
		this.recommendations = recommendations;
		this.authorities = authorities;
		this.people = people;
		this.enterprises = enterprises;
		this.letters = letters;
		this.campaign = campaign;
		this.site = site;
	}

	/**
	 * Tells the applicant a fact about its case: its contact's present address, and the
	 * one in the form as last frozen.
	 * @param kind the letter's template
	 * @param step what makes this fact different from an earlier one of its kind
	 * @param details what the template says beside the case's own data
	 */
	public void tellApplicant(String kind, String caseNumber, String step, Map<String, Object> details) {
		tellApplicant(kind, this.cases.get(caseNumber), step, details);
	}

	/** As above, where the case is at hand. */
	void tellApplicant(String kind, CaseApplication application, String step, Map<String, Object> details) {
		Map<String, String> recipients = new LinkedHashMap<>();
		this.enterprises.contact(application.uscc())
			.or(() -> this.people.find(application.applicant()))
			.ifPresent(person -> recipients.put(person.email(), person.name()));
		this.revisions.latestForm(application.number())
			.ifPresent(form -> recipients.putIfAbsent(form.email(), form.contactName()));
		Map<String, Object> model = caseModel(application);
		model.putAll(details);
		recipients.forEach(
				(email, name) -> this.letters.write(kind, application.number(), step, email, name, model, List.of()));
	}

	/** Tells the authority's officers a fact about a case. */
	void tellOfficers(String kind, CaseApplication application, String step, Map<String, Object> details) {
		Map<String, Object> model = caseModel(application);
		model.putAll(details);
		for (Person officer : this.people.with(Role.OFFICER, application.authority())) {
			this.letters.write(kind, application.number(), step, officer.email(), officer.name(), model, List.of());
		}
	}

	/** Tells the officers of an authority that has recommended a case a fact about it. */
	public void tellOfficers(String kind, String caseNumber, String authority, String step,
			Map<String, Object> details) {
		Map<String, Object> model = caseModel(this.cases.get(caseNumber));
		model.putAll(details);
		for (Person officer : this.people.with(Role.OFFICER, authority)) {
			this.letters.write(kind, caseNumber, step, officer.email(), officer.name(), model, List.of());
		}
	}

	/** Tells one person of the authority a fact about a case. */
	void tellPerson(String kind, CaseApplication application, String step, Person person, Map<String, Object> details) {
		Map<String, Object> model = caseModel(application);
		model.putAll(details);
		this.letters.write(kind, application.number(), step, person.email(), person.name(), model, List.of());
	}

	/** Tells the people of this role in each authority of a list a fact about it. */
	public void tellAuthority(String kind, String number, String step, Role role, Map<String, Object> details) {
		List<Person> readers = this.recommendations.get(number)
			.authorities()
			.stream()
			.flatMap(authority -> this.people.with(role, authority).stream())
			.toList();
		tell(kind, number, step, readers, details);
	}

	/** Tells these people a fact about a list. */
	void tell(String kind, String number, String step, List<Person> readers, Map<String, Object> details) {
		Map<String, Object> model = listModel(this.recommendations.get(number));
		model.putAll(details);
		for (Person person : readers) {
			this.letters.write(kind, number, step, person.email(), person.name(), model, List.of());
		}
	}

	/** Tells the bureau's heads a fact about a list. */
	void tellBureau(String kind, String number, String step, Map<String, Object> details) {
		tell(kind, number, step, this.people.with(Role.MIIT_HEAD, ""), details);
	}

	/**
	 * Tells the notice's mailbox (三、联系方式) a fact about a list, with files where it needs
	 * them; the letter's id.
	 */
	public UUID tellContacts(String kind, String number, String step, Map<String, Object> details,
			List<LetterFile> files) {
		Map<String, Object> model = listModel(this.recommendations.get(number));
		model.putAll(details);
		return this.letters.write(kind, number, step, this.campaign.mailbox(), CONTACTS, model, files);
	}

	/** The details of a letter that gives a reason. */
	public static Map<String, Object> reason(String reason) {
		return Map.of("reason", reason);
	}

	/** The details of a letter about a closing date. */
	public static Map<String, Object> closing(Instant closing, long daysLeft) {
		return Map.of("deadline", closing, "daysLeft", daysLeft);
	}

	private Map<String, Object> caseModel(CaseApplication application) {
		Map<String, Object> model = notice(application.number(), this.authorities.get(application.authority()).name(),
				this.site.link("/cases/" + application.number()));
		model.put("caseName", application.caseName().isBlank() ? "（未命名案例）" : application.caseName());
		model.put("enterpriseName", application.unitName());
		model.put("direction", this.campaign.direction(application.direction()).orElseThrow().name());
		return model;
	}

	private Map<String, Object> listModel(Recommendation recommendation) {
		return notice(recommendation.number(), this.authorities.names(recommendation.authorities()),
				this.site.link("/recommendations/" + recommendation.number()));
	}

	private Map<String, Object> notice(String number, String authorityName, String link) {
		Map<String, Object> model = new HashMap<>(this.campaign.imprint());
		model.put("number", number);
		model.put("authorityName", authorityName);
		model.put("link", link);
		return model;
	}

}
