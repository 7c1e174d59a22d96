package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseWithdrawal;
import io.huhang.recommendation.CaseWithdrawals;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 撤回: asks once more before a case is taken back. */
@Controller
class WithdrawalPage {

	private final Access access;

	private final CaseWithdrawals withdrawals;

	private final CaseWithdrawal withdrawal;

	WithdrawalPage(Access access, CaseWithdrawals withdrawals, CaseWithdrawal withdrawal) {
		this.access = access;
		this.withdrawals = withdrawals;
		this.withdrawal = withdrawal;
	}

	@GetMapping("/cases/{number}/withdrawal")
	String ask(@PathVariable String number, Model model, Person person) {
		return page(own(number, person), "", List.of(), model);
	}

	@PostMapping("/cases/{number}/withdrawal")
	String withdraw(@PathVariable String number, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String confirmed, Model model, Person person,
			HttpServletResponse response) {
		CaseApplication application = own(number, person);
		try {
			this.withdrawal.withdraw(number, reason, confirmed, person.id());
			return "redirect:/cases/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(application, reason, ex.problems().stream().map(problem -> problem.text()).toList(), model);
		}
	}

	private String page(CaseApplication application, String reason, List<String> problems, Model model) {
		model.addAttribute("found", application);
		model.addAttribute("open", this.withdrawals.isOpen(application));
		model.addAttribute("reason", reason);
		model.addAttribute("wrong", problems);
		return "withdrawal";
	}

	private CaseApplication own(String number, Person person) {
		Access.require(person, Role.APPLICANT);
		return this.access.readCase(number, person);
	}

}
