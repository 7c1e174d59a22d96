package io.huhang.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Claim;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;
import io.huhang.process.Colleagues;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 本单位: an enterprise's people. The contact looks after them, the others read. */
@Controller
@RequestMapping("/organization")
class OrganizationPage {

	private static final PersonEntry NOBODY = new PersonEntry("", "", "");

	private final Colleagues colleagues;

	private final Enterprises enterprises;

	private final People people;

	OrganizationPage(Colleagues colleagues, Enterprises enterprises, People people) {
		this.colleagues = colleagues;
		this.enterprises = enterprises;
		this.people = people;
	}

	/** A colleague as the list shows it. */
	record Line(String id, String name, String email, String phone, State state, boolean contact) {
	}

	/** An open claim as the contact sees it. */
	record ClaimLine(UUID id, PersonEntry claimant, String enterpriseName, String explanation, String openedAt) {
	}

	@GetMapping
	String list(Model model, Person person) {
		Access.require(person, Role.APPLICANT);
		return page(NOBODY, List.of(), model, person);
	}

	@PostMapping("/people")
	String invite(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String phone, Model model, Person person, HttpServletResponse response) {
		Access.require(person, Role.APPLICANT);
		PersonEntry typed = new PersonEntry(name, email, phone);
		PersonEntry entry = PersonEntry.typed(name, email, phone);
		List<Problem> problems = entry.problems();
		if (problems.isEmpty()) {
			try {
				this.colleagues.invite(person, entry);
				return "redirect:/organization?invited";
			}
			catch (RefusedException ex) {
				problems = ex.problems();
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		return page(typed, problems, model, person);
	}

	@PostMapping("/people/{id}/invitation")
	String resend(@PathVariable String id, Model model, Person person, HttpServletResponse response) {
		return change("invited", contact -> this.colleagues.resend(contact, id), model, person, response);
	}

	@PostMapping("/people/{id}/end")
	String deactivate(@PathVariable String id, Model model, Person person, HttpServletResponse response) {
		return change("ended", contact -> this.colleagues.deactivate(contact, id), model, person, response);
	}

	@PostMapping("/people/{id}/return")
	String bringBack(@PathVariable String id, Model model, Person person, HttpServletResponse response) {
		return change("returned", contact -> this.colleagues.bringBack(contact, id), model, person, response);
	}

	@PostMapping("/people/{id}/contact")
	String handOver(@PathVariable String id, Model model, Person person, HttpServletResponse response) {
		return change("contact", contact -> this.colleagues.handOver(contact, id), model, person, response);
	}

	@PostMapping("/claims/{id}")
	String admit(@PathVariable UUID id, Model model, Person person, HttpServletResponse response) {
		return change("invited", contact -> admit(contact, id), model, person, response);
	}

	private void admit(Person contact, UUID id) {
		if (!this.colleagues.admit(contact, id)) {
			throw new MissingException();
		}
	}

	private String change(String done, Consumer<Person> work, Model model, Person person,
			HttpServletResponse response) {
		Access.require(person, Role.APPLICANT);
		try {
			work.accept(person);
			return "redirect:/organization?" + done;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(NOBODY, ex.problems(), model, person);
		}
	}

	private String page(PersonEntry typed, List<Problem> problems, Model model, Person person) {
		String uscc = person.organization();
		Optional<String> contact = this.enterprises.contact(uscc).map(Person::id);
		boolean manages = contact.equals(Optional.of(person.id()));
		model.addAttribute("enterprise", this.enterprises.get(uscc));
		model.addAttribute("colleagues",
				this.people.everyone(uscc).stream().map(colleague -> line(colleague, contact)).toList());
		model.addAttribute("manages", manages);
		model.addAttribute("claims", this.colleagues.joining(person).stream().map(OrganizationPage::line).toList());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", new FieldProblems(problems));
		return "organization";
	}

	private Line line(Person person, Optional<String> contact) {
		State state = this.people.standing(person.id()).map(Standing::state).orElseThrow();
		return new Line(person.id(), person.name(), person.email(), person.phone(), state,
				contact.equals(Optional.of(person.id())));
	}

	private static ClaimLine line(Claim claim) {
		return new ClaimLine(claim.id(), claim.claimant(), claim.enterpriseName(), claim.explanation(),
				ChineseDates.minute(claim.openedAt()));
	}

}
