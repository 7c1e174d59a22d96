package io.huhang.web;

import java.util.Arrays;
import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.JointIntents;
import io.huhang.organization.JointIntents.Declaration;
import io.huhang.organization.Levels;
import io.huhang.organization.Levels.Setting;
import io.huhang.organization.Merging;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 审核层级 and 拟联合推荐: the head merges two levels of its own authority and declares whether it
 * means to recommend jointly, the administrator the same of any (design §1, C14).
 */
@Controller
class LevelsPage {

	private static final String VIEW = "levels";

	private final Levels levels;

	private final JointIntents intents;

	private final Authorities authorities;

	private final People people;

	LevelsPage(Levels levels, JointIntents intents, Authorities authorities, People people) {
		this.levels = levels;
		this.intents = intents;
		this.authorities = authorities;
		this.people = people;
	}

	/** One level with those who have it. */
	record Staff(String level, List<String> names) {
	}

	/** One setting that may be chosen. */
	record Choice(String value, String label, String meaning, String steps) {

		static Choice of(Merging merging) {
			return new Choice(merging.name(), merging.label(), merging.meaning(),
					String.join(" → ", merging.levels().stream().map(Merging.Level::label).toList()));
		}

	}

	@GetMapping("/authority/levels")
	String read(@RequestParam(defaultValue = "") String authority, Model model, Person person) {
		return show(of(authority, person), model, person);
	}

	@PostMapping("/authority/levels")
	String merge(@RequestParam(defaultValue = "") String authority, @RequestParam(defaultValue = "") String merging,
			Model model, Person person) {
		Authority found = of(authority, person);
		Merging chosen = merging(merging);
		try {
			this.levels.merge(found.key(), chosen, person.id());
			return "redirect:/authority/levels?authority=" + found.key();
		}
		catch (RefusedException ex) {
			model.addAttribute("problem", ex.getMessage());
			model.addAttribute("chosen", chosen);
			return show(found, model, person);
		}
	}

	@PostMapping("/authority/joint-intent")
	String declare(@RequestParam(defaultValue = "") String authority,
			@RequestParam(defaultValue = "false") String joint, Model model, Person person) {
		Authority found = of(authority, person);
		try {
			this.intents.declare(found.key(), "true".equals(joint), person.id());
			return "redirect:/authority/levels?authority=" + found.key();
		}
		catch (RefusedException ex) {
			model.addAttribute("jointProblem", ex.getMessage());
			return show(found, model, person);
		}
	}

	private String show(Authority authority, Model model, Person person) {
		showIntent(authority, model);
		Setting setting = this.levels.find(authority.key()).orElse(null);
		model.addAttribute("authority", authority);
		model.addAttribute("authorities",
				(person.role() == Role.ADMINISTRATOR) ? this.authorities.enabled() : List.of());
		model.addAttribute("staffing",
				List.of(Role.OFFICER, Role.HEAD, Role.LEADER).stream().map(role -> staff(role, authority)).toList());
		model.addAttribute("choices", Arrays.stream(Merging.values()).map(Choice::of).toList());
		model.addAttribute("current", this.levels.of(authority.key()));
		if (!model.containsAttribute("chosen")) {
			model.addAttribute("chosen", this.levels.of(authority.key()));
		}
		if (setting != null) {
			model.addAttribute("setBy", this.people.find(setting.setBy()).map(Person::name).orElse(""));
			model.addAttribute("setAt", ChineseDates.minute(setting.setAt()));
		}
		return VIEW;
	}

	private void showIntent(Authority authority, Model model) {
		Declaration declared = this.intents.find(authority.key()).orElse(null);
		Authority partner = this.authorities.partner(authority).orElse(null);
		model.addAttribute("partner", (partner != null) ? partner.name() : "");
		model.addAttribute("partnerJoint", partner != null && this.intents.isJoint(partner.key()));
		model.addAttribute("joint", declared != null && declared.joint());
		if (declared != null) {
			model.addAttribute("declaredBy", this.people.find(declared.declaredBy()).map(Person::name).orElse(""));
			model.addAttribute("declaredAt", ChineseDates.minute(declared.declaredAt()));
		}
	}

	private Staff staff(Role role, Authority authority) {
		return new Staff(role.label(), this.people.with(role, authority.key()).stream().map(Person::name).toList());
	}

	private static Merging merging(String name) {
		return Arrays.stream(Merging.values())
			.filter(merging -> merging.name().equals(name))
			.findFirst()
			.orElseThrow(MissingException::new);
	}

	// A head has one authority; whatever else it names does not exist for it.
	private Authority of(String key, Person person) {
		Access.require(person, Role.HEAD, Role.ADMINISTRATOR);
		String first = (person.role() == Role.HEAD) ? person.organization() : this.authorities.enabled().get(0).key();
		String wanted = key.isEmpty() ? first : key;
		return this.authorities.enabled()
			.stream()
			.filter(authority -> authority.key().equals(wanted))
			.filter(authority -> person.role() == Role.ADMINISTRATOR || authority.key().equals(person.organization()))
			.findFirst()
			.orElseThrow(MissingException::new);
	}

}
