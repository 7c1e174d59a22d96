package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplications;
import io.huhang.organization.OrganizationNames;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CalendarWatch;
import io.huhang.process.Colleagues;
import io.huhang.process.EnterpriseClaims;
import io.huhang.process.Tasks;
import io.huhang.recommendation.RequestedWithdrawals;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person lands after login: what is open, and where to go. */
@Controller
class HomePage {

	private final Tasks tasks;

	private final CaseApplications cases;

	private final CaseLines lines;

	private final OrganizationNames organizations;

	private final EnterpriseClaims claims;

	private final Colleagues colleagues;

	private final RequestedWithdrawals withdrawals;

	private final CalendarWatch calendar;

	HomePage(Tasks tasks, CaseApplications cases, CaseLines lines, OrganizationNames organizations,
			EnterpriseClaims claims, Colleagues colleagues, RequestedWithdrawals withdrawals, CalendarWatch calendar) {
		this.tasks = tasks;
		this.cases = cases;
		this.lines = lines;
		this.organizations = organizations;
		this.claims = claims;
		this.colleagues = colleagues;
		this.withdrawals = withdrawals;
		this.calendar = calendar;
	}

	// Whoever leaves on purpose leaves nothing in this browser for the next person to
	// find.
	@GetMapping("/login")
	String login(Model model, @RequestParam(name = "wait", defaultValue = "0") int seconds,
			@RequestParam(required = false) String logout, HttpServletResponse response) {
		if (logout != null) {
			response.setHeader("Clear-Site-Data", "\"storage\"");
		}
		model.addAttribute("waitSeconds", Math.min(seconds, LoginTries.ADDRESS_PAUSE.toSeconds()));
		return "login";
	}

	@GetMapping("/")
	String home(Model model, Person person) {
		model.addAttribute("organizationName", this.organizations.of(person));
		model.addAttribute("openTasks", this.tasks.countFor(person.id(), person.groups()));
		model.addAttribute("openClaims", this.claims.openFor(person).size());
		model.addAttribute("joining", (person.role() == Role.APPLICANT) ? this.colleagues.joining(person).size() : 0);
		model.addAttribute("withdrawals", this.withdrawals.toAnswer(person).stream().map(this.lines::of).toList());
		model.addAttribute("yearsWithoutTable",
				(person.role() == Role.COORDINATOR) ? this.calendar.yearsWithoutTable() : List.of());
		model.addAttribute("cases", (person.role() == Role.APPLICANT)
				? this.cases.of(person.organization()).stream().map(this.lines::of).toList() : List.of());
		return "home";
	}

}
