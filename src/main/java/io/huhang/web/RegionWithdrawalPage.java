package io.huhang.web;

import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.RegionWithdrawal;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionWithdrawals;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 撤回: asks once more before a region application is taken back, or out of the list's
 * material.
 */
@Controller
class RegionWithdrawalPage {

	private final Access access;

	private final RegionWithdrawals withdrawals;

	private final RegionWithdrawal withdrawal;

	RegionWithdrawalPage(Access access, RegionWithdrawals withdrawals, RegionWithdrawal withdrawal) {
		this.access = access;
		this.withdrawals = withdrawals;
		this.withdrawal = withdrawal;
	}

	@GetMapping("/regions/{number}/withdrawal")
	String ask(@PathVariable String number, Model model, Person person) {
		return page(led(number, person), "", List.of(), model);
	}

	@PostMapping("/regions/{number}/withdrawal")
	String withdraw(@PathVariable String number, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String confirmed, Model model, Person person,
			HttpServletResponse response) {
		RegionApplication application = led(number, person);
		try {
			this.withdrawal.withdraw(number, reason, confirmed, person.id());
			return "redirect:/regions/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(application, reason, ex.problems().stream().map(Problem::text).toList(), model);
		}
	}

	/**
	 * Takes the application out of the list's material; doing it again changes nothing.
	 */
	@PostMapping("/regions/{number}/recall")
	String takeBack(@PathVariable String number, Model model, Person person, HttpServletResponse response) {
		RegionApplication application = led(number, person);
		Access.require(person, Role.OFFICER);
		try {
			this.withdrawal.takeBack(number, person.id());
			return "redirect:/regions/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(application, "", ex.problems().stream().map(Problem::text).toList(), model);
		}
	}

	private String page(RegionApplication application, String reason, List<String> problems, Model model) {
		model.addAttribute("found", application);
		model.addAttribute("open", this.withdrawals.isOpen(application));
		model.addAttribute("reason", reason);
		model.addAttribute("wrong", problems);
		return "region-withdrawal";
	}

	private RegionApplication led(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		RegionApplication application = this.access.readRegion(number, person);
		if (!application.authority().equals(person.organization())) {
			throw new MissingException();
		}
		return application;
	}

}
