package io.huhang.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Management;
import io.huhang.organization.Newcomer;
import io.huhang.organization.OrganizationNames;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.organization.Units;
import io.huhang.organization.Units.Unit;
import io.huhang.process.Staff;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 人员管理, one person: what its head or an administrator may do about its account. Anybody
 * else's people look missing.
 */
@Controller
class PersonPages {

	private final Staff staff;

	private final People people;

	private final Units units;

	private final OrganizationNames organizations;

	PersonPages(Staff staff, People people, Units units, OrganizationNames organizations) {
		this.staff = staff;
		this.people = people;
		this.units = units;
		this.organizations = organizations;
	}

	@GetMapping("/people/new")
	String begin(Model model, Person manager, HttpServletResponse response) {
		requireManager(manager);
		return newcomer(new PersonEntry("", "", ""), "", "", List.of(), model, manager, response);
	}

	@PostMapping("/people/new")
	String invite(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String unit,
			@RequestParam(defaultValue = "") String role, Model model, Person manager, HttpServletResponse response) {
		requireManager(manager);
		PersonEntry entry = PersonEntry.typed(name, email, phone);
		Optional<Unit> chosen = units(manager).stream().filter(known -> value(known).equals(unit)).findFirst();
		Optional<Role> given = role(role, Management.roles(manager));
		List<Problem> problems = new ArrayList<>(choiceProblems(chosen, given));
		if (problems.isEmpty()) {
			try {
				this.staff.invite(new Newcomer(entry, given.orElseThrow(), chosen.orElseThrow().key()), manager.id());
				return "redirect:/people?done=invited";
			}
			catch (RefusedException ex) {
				problems.addAll(ex.problems());
			}
		}
		else {
			problems.addAll(0, entry.problems());
		}
		return newcomer(entry, unit, role, problems, model, manager, response);
	}

	@GetMapping("/people/{id}")
	String read(@PathVariable String id, Model model, Person manager, HttpServletResponse response) {
		Person managed = managed(id, manager);
		return person(managed, new PersonEntry(managed.name(), managed.email(), managed.phone()), List.of(), model,
				manager, response);
	}

	@PostMapping("/people/{id}")
	String edit(@PathVariable String id, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String phone, Model model,
			Person manager, HttpServletResponse response) {
		Person managed = managed(id, manager);
		PersonEntry entry = PersonEntry.typed(name, email, phone);
		try {
			this.staff.edit(id, entry, manager.id());
			return "redirect:/people/{id}?done=edited";
		}
		catch (RefusedException ex) {
			return person(managed, entry, ex.problems(), model, manager, response);
		}
	}

	@PostMapping("/people/{id}/role")
	String assign(@PathVariable String id, @RequestParam(defaultValue = "") String role, Model model, Person manager,
			HttpServletResponse response) {
		Role given = role(role, Management.roles(manager, managed(id, manager))).orElseThrow(MissingException::new);
		return act(id, "role", staff -> staff.assign(id, given, manager.id()), model, manager, response);
	}

	@PostMapping("/people/{id}/invitation")
	String remind(@PathVariable String id, Model model, Person manager, HttpServletResponse response) {
		return act(id, "reminded", staff -> staff.remind(id, manager.id()), model, manager, response);
	}

	@GetMapping("/people/{id}/deactivation")
	String confirm(@PathVariable String id, Model model, Person manager) {
		model.addAttribute("managed", managed(id, manager));
		return "person-deactivation";
	}

	@PostMapping("/people/{id}/deactivation")
	String deactivate(@PathVariable String id, Model model, Person manager, HttpServletResponse response) {
		return act(id, "deactivated", staff -> staff.deactivate(id, manager.id()), model, manager, response);
	}

	@PostMapping("/people/{id}/return")
	String bringBack(@PathVariable String id, Model model, Person manager, HttpServletResponse response) {
		return act(id, "returned", staff -> staff.bringBack(id, manager.id()), model, manager, response);
	}

	private String act(String id, String done, Consumer<Staff> action, Model model, Person manager,
			HttpServletResponse response) {
		Person managed = managed(id, manager);
		try {
			action.accept(this.staff);
			return "redirect:/people/{id}?done=" + done;
		}
		catch (RefusedException ex) {
			return person(managed, new PersonEntry(managed.name(), managed.email(), managed.phone()), ex.problems(),
					model, manager, response);
		}
	}

	private Person managed(String id, Person manager) {
		return this.people.find(id)
			.filter(found -> Management.manages(manager, found))
			.orElseThrow(MissingException::new);
	}

	private static void requireManager(Person person) {
		if (!Management.isManager(person)) {
			throw new MissingException();
		}
	}

	private String newcomer(PersonEntry entry, String unit, String role, List<Problem> problems, Model model,
			Person manager, HttpServletResponse response) {
		model.addAttribute("entry", entry);
		model.addAttribute("chosenUnit", unit);
		model.addAttribute("chosenRole", role);
		model.addAttribute("units", units(manager));
		model.addAttribute("roles", Management.roles(manager));
		show(problems, model, response);
		return "person-new";
	}

	private String person(Person managed, PersonEntry entry, List<Problem> problems, Model model, Person manager,
			HttpServletResponse response) {
		model.addAttribute("managed", managed);
		model.addAttribute("entry", entry);
		model.addAttribute("state", this.people.standing(managed.id()).orElseThrow().state());
		model.addAttribute("unitName", this.organizations.of(managed));
		model.addAttribute("roles", Management.roles(manager, managed));
		model.addAttribute("self", managed.id().equals(manager.id()));
		show(problems, model, response);
		return "person";
	}

	private static void show(List<Problem> problems, Model model, HttpServletResponse response) {
		model.addAttribute("problems", new FieldProblems(problems));
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		}
	}

	private List<Unit> units(Person manager) {
		return this.units.enabled()
			.stream()
			.filter(unit -> manager.role() == Role.ADMINISTRATOR || unit.key().equals(manager.organization()))
			.toList();
	}

	/** The ministry's key is empty, and so is a choice that was not made. */
	static String value(Unit unit) {
		return unit.local() ? unit.key() : "ministry";
	}

	private static Optional<Role> role(String name, List<Role> allowed) {
		return allowed.stream().filter(role -> role.name().equals(name)).findFirst();
	}

	private static List<Problem> choiceProblems(Optional<Unit> unit, Optional<Role> role) {
		List<Problem> problems = new ArrayList<>();
		if (unit.isEmpty()) {
			problems.add(new Problem("unit", "“单位”未选择，请选择。", PersonEntry.CLAUSE));
		}
		if (role.isEmpty()) {
			problems.add(new Problem("role", "“角色”未选择，请选择。", PersonEntry.CLAUSE));
		}
		if (unit.isPresent() && role.isPresent() && !unit.get().fits(role.get())) {
			String fitting = String.join("、",
					Arrays.stream(Role.values()).filter(unit.get()::fits).map(Role::label).toList());
			problems.add(new Problem("role", "“角色”不适用于%s，该单位可选：%s。".formatted(unit.get().name(), fitting),
					PersonEntry.CLAUSE));
		}
		return problems;
	}

}
