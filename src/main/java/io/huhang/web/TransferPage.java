package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseTransfer;
import io.huhang.recommendation.Transfers;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 转办: to whom of the same level, and why. */
@Controller
class TransferPage {

	private final Access access;

	private final CaseTransfer transfer;

	private final Transfers transfers;

	private final DecisionLines decisions;

	private final CaseLines lines;

	TransferPage(Access access, CaseTransfer transfer, Transfers transfers, DecisionLines decisions, CaseLines lines) {
		this.access = access;
		this.transfer = transfer;
		this.transfers = transfers;
		this.decisions = decisions;
		this.lines = lines;
	}

	/** One transfer as the case page shows it. */
	record Line(String task, String from, String to, String at, String reason) {
	}

	@GetMapping("/cases/{number}/transfer")
	String ask(@PathVariable String number, Model model, Person person) {
		return page(own(number, person), "", "", FieldProblems.NONE, model, person);
	}

	@PostMapping("/cases/{number}/transfer")
	String hand(@PathVariable String number, @RequestParam(defaultValue = "") String colleague,
			@RequestParam(defaultValue = "") String reason, Model model, Person person, HttpServletResponse response) {
		CaseApplication found = own(number, person);
		try {
			this.transfer.hand(number, colleague, reason, person);
			return "redirect:/cases/" + number + "?done=transferred";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(found, colleague, reason, new FieldProblems(ex.problems()), model, person);
		}
	}

	/** The transfers of this case, for the people of its authority. */
	List<Line> of(CaseApplication found, Person person) {
		return !CheckSheetLines.maySee(found.authority(), person) ? List.of()
				: this.transfers.of(found.number(), found.authority())
					.stream()
					.map(one -> new Line(one.taskLabel(), this.decisions.name(one.handedBy()),
							this.decisions.name(one.handedTo()), ChineseDates.minute(one.handedAt()), one.reason()))
					.toList();
	}

	/** Whether this person may hand over the case's open task. */
	boolean isOpen(String number, Person person) {
		return this.transfer.offer(number, person).isPresent();
	}

	private String page(CaseApplication found, String chosen, String reason, FieldProblems problems, Model model,
			Person person) {
		model.addAttribute("line", this.lines.of(found));
		model.addAttribute("offer", this.transfer.offer(found.number(), person).orElse(null));
		model.addAttribute("chosen", chosen);
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		return "transfer";
	}

	private CaseApplication own(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return this.access.readCase(number, person);
	}

}
