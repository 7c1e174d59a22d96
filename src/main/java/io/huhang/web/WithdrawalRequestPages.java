package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseWithdrawal;
import io.huhang.recommendation.RequestedWithdrawals;
import io.huhang.recommendation.WithdrawalRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请撤回: the applicant asks once the authority has decided, and the authority answers. */
@Controller
class WithdrawalRequestPages {

	private final Access access;

	private final RequestedWithdrawals requested;

	private final CaseWithdrawal withdrawal;

	WithdrawalRequestPages(Access access, RequestedWithdrawals requested, CaseWithdrawal withdrawal) {
		this.access = access;
		this.requested = requested;
		this.withdrawal = withdrawal;
	}

	@GetMapping("/cases/{number}/withdrawal/request")
	String request(@PathVariable String number, Model model, Person person) {
		Access.require(person, Role.APPLICANT);
		return request(this.access.readCase(number, person), "", List.of(), model);
	}

	@PostMapping("/cases/{number}/withdrawal/request")
	String ask(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model, Person person,
			HttpServletResponse response) {
		Access.require(person, Role.APPLICANT);
		CaseApplication application = this.access.readCase(number, person);
		try {
			this.requested.ask(number, reason, person.id());
			return "redirect:/cases/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return request(application, reason, ex.problems(), model);
		}
	}

	@GetMapping("/cases/{number}/withdrawal/answer")
	String asked(@PathVariable String number, Model model, Person person) {
		return asked(answerable(number, person), "", List.of(), model);
	}

	@PostMapping("/cases/{number}/withdrawal/answer")
	String answer(@PathVariable String number, @RequestParam(defaultValue = "") String decision,
			@RequestParam(defaultValue = "") String answer, Model model, Person person, HttpServletResponse response) {
		CaseApplication application = answerable(number, person);
		try {
			settle(number, decision, answer, person.id());
			return "redirect:/cases/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return asked(application, answer, ex.problems(), model);
		}
	}

	private void settle(String number, String decision, String answer, String userId) {
		switch (decision) {
			case "GRANT" -> this.withdrawal.grant(number, answer, userId);
			case "DECLINE" -> this.requested.decline(number, answer, userId);
			default -> throw new RefusedException("decision", "请选择同意撤回或不同意撤回。", "通知二（一）");
		}
	}

	private String request(CaseApplication application, String reason, List<Problem> problems, Model model) {
		model.addAttribute("possible", this.requested.isPossible(application) && !this.requested.isAsked(application));
		model.addAttribute("reason", reason);
		return page("withdrawal-request", application, problems, model);
	}

	private String asked(CaseApplication application, String answer, List<Problem> problems, Model model) {
		model.addAttribute("waiting", this.requested.isAsked(application));
		model.addAttribute("answer", answer);
		return page("withdrawal-answer", application, problems, model);
	}

	private String page(String view, CaseApplication application, List<Problem> problems, Model model) {
		model.addAttribute("found", application);
		model.addAttribute("asked", this.requested.newest(application.number()).orElse(null));
		model.addAttribute("askedAt",
				this.requested.newest(application.number())
					.map(WithdrawalRequest::askedAt)
					.map(ChineseDates::minute)
					.orElse(""));
		model.addAttribute("wrong", problems.stream().map(Problem::text).toList());
		return view;
	}

	private CaseApplication answerable(String number, Person person) {
		CaseApplication found = this.access.readCase(number, person);
		if (!this.requested.mayAnswer(found, person) || this.requested.newest(number).isEmpty()) {
			throw new MissingException();
		}
		return found;
	}

}
