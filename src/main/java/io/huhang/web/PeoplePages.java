package io.huhang.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.huhang.organization.Management;
import io.huhang.organization.PeopleList;
import io.huhang.organization.PeopleList.Filter;
import io.huhang.organization.PeopleList.Line;
import io.huhang.organization.OrganizationNames;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing.State;
import io.huhang.organization.Units;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 人员管理, the list: an authority's people see their colleagues, the bureau's those of the
 * ministry's side, an administrator everyone.
 */
@Controller
class PeoplePages {

	private static final String MINISTRY = "ministry";

	private final PeopleList people;

	private final Units units;

	private final OrganizationNames organizations;

	PeoplePages(PeopleList people, Units units, OrganizationNames organizations) {
		this.people = people;
		this.units = units;
		this.organizations = organizations;
	}

	/** What was asked for, as the form shows it again. */
	record Query(String q, String unit, String role, String state, int page) {

		Optional<Role> roleAsked() {
			return Arrays.stream(Role.values()).filter(known -> known.name().equals(this.role)).findFirst();
		}

		Optional<State> stateAsked() {
			return Arrays.stream(State.values()).filter(known -> known.name().equals(this.state)).findFirst();
		}

	}

	/** A person as the list shows it. */
	record Row(Person person, String unitName, State state, boolean managed) {
	}

	/** One unit that may be asked for. */
	record Choice(String value, String label) {
	}

	@GetMapping("/people")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String unit,
			@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "1") int page, Model model, Person person) {
		requireList(person);
		Query query = new Query(q, unit, role, state, Math.max(1, page));
		Filter filter = new Filter(q, organization(unit, person), query.roleAsked(), query.stateAsked());
		int count = this.people.count(filter);
		model.addAttribute("query", query);
		model.addAttribute("count", count);
		model.addAttribute("pages", Math.max(1, (count + PeopleList.PAGE_SIZE - 1) / PeopleList.PAGE_SIZE));
		model.addAttribute("rows",
				this.people.page(filter, query.page()).stream().map(line -> row(line, person)).toList());
		model.addAttribute("asked", !q.isBlank() || !unit.isEmpty() || !role.isEmpty() || !state.isEmpty());
		model.addAttribute("everyone", isAdministrator(person));
		model.addAttribute("manager", Management.isManager(person));
		model.addAttribute("choices", isAdministrator(person) ? choices() : List.of());
		model.addAttribute("roles", roles(person));
		model.addAttribute("states", State.values());
		model.addAttribute("unitName", this.organizations.of(person));
		return "people";
	}

	/** Refuses everyone who has no list of people. */
	static void requireList(Person person) {
		if (!Management.hasList(person)) {
			throw new MissingException();
		}
	}

	private Row row(Line line, Person viewer) {
		return new Row(line.person(), this.organizations.of(line.person()), line.state(),
				Management.manages(viewer, line.person()));
	}

	private static boolean isAdministrator(Person person) {
		return person.role() == Role.ADMINISTRATOR;
	}

	// The organization of one's own side is the wall: what the address says counts for
	// an administrator only.
	private static Optional<String> organization(String unit, Person viewer) {
		if (!isAdministrator(viewer)) {
			return Optional.of(viewer.organization());
		}
		return Optional.of(unit.equals(MINISTRY) ? Units.MINISTRY : unit).filter(asked -> !unit.isEmpty());
	}

	private List<Choice> choices() {
		return this.units.enabled()
			.stream()
			.map(unit -> new Choice(unit.local() ? unit.key() : MINISTRY, unit.name()))
			.toList();
	}

	private static List<Role> roles(Person viewer) {
		return Arrays.stream(Role.values())
			.filter(role -> isAdministrator(viewer)
					|| (role != Role.APPLICANT && role.isLocal() == viewer.role().isLocal()))
			.toList();
	}

}
