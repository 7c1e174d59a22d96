package io.huhang.web;

import java.util.List;

import io.huhang.application.Admission;
import io.huhang.application.Admissions;
import io.huhang.application.CaseApplication;
import io.huhang.application.Eligibility;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Category;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.CaseAdmissions;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jakarta.servlet.http.HttpServletResponse;

/**
 * 资格认定: the coordinator admits a category that the table of eligible pairs does not name
 * (C3).
 */
@Controller
class AdmissionPage {

	private static final String VIEW = "admission";

	private final Access access;

	private final Admissions admissions;

	private final CaseAdmissions admitting;

	private final Eligibility eligibility;

	private final Campaign campaign;

	private final People people;

	AdmissionPage(Access access, Admissions admissions, CaseAdmissions admitting, Eligibility eligibility,
			Campaign campaign, People people) {
		this.access = access;
		this.admissions = admissions;
		this.admitting = admitting;
		this.eligibility = eligibility;
		this.campaign = campaign;
		this.people = people;
	}

	/** One admission as pages show it. */
	record Line(String category, String direction, String reason, String at, String by) {
	}

	@GetMapping("/cases/{number}/admission")
	String read(@PathVariable String number, Model model, Person person) {
		return show(readCase(number, person), "", "", FieldProblems.NONE, model);
	}

	@PostMapping("/cases/{number}/admission")
	String admit(@PathVariable String number, @RequestParam(defaultValue = "") String category,
			@RequestParam(defaultValue = "") String reason, Model model, Person person, HttpServletResponse response) {
		CaseApplication found = readCase(number, person);
		try {
			this.admitting.admit(number, category, reason, person.id());
			return "redirect:/cases/" + number + "/admission";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show(found, category, reason, new FieldProblems(ex.problems()), model);
		}
	}

	/** What has been admitted for this case. */
	List<Line> of(String number) {
		return this.admissions.of(number).stream().map(this::line).toList();
	}

	private Line line(Admission made) {
		return new Line(this.campaign.category(made.category()).orElseThrow().formLabel(),
				this.campaign.direction(made.direction()).orElseThrow().name(), made.reason(),
				ChineseDates.minute(made.admittedAt()),
				this.people.find(made.admittedBy()).map(Person::name).orElse(""));
	}

	private String show(CaseApplication found, String chosen, String reason, FieldProblems problems, Model model) {
		List<Category> open = this.campaign.categories()
			.stream()
			.filter(category -> !this.eligibility.allows(found.direction(), category.code()))
			.toList();
		model.addAttribute("number", found.number());
		model.addAttribute("unitName", found.unitName());
		model.addAttribute("direction", this.campaign.direction(found.direction()).orElseThrow().name());
		model.addAttribute("categories", open);
		model.addAttribute("chosen", chosen);
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		model.addAttribute("admissions", of(found.number()));
		return VIEW;
	}

	private CaseApplication readCase(String number, Person person) {
		Access.require(person, Role.COORDINATOR);
		return this.access.readCase(number, person);
	}

}
