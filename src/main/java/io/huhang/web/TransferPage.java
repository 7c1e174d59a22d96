package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Progress;
import io.huhang.process.TaskTransfer;
import io.huhang.recommendation.Recommendation;
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

	private final TaskTransfer transfer;

	private final Transfers transfers;

	private final DecisionLines decisions;

	private final CaseLines lines;

	private final Authorities authorities;

	private final Progress progress;

	TransferPage(Access access, TaskTransfer transfer, Transfers transfers, DecisionLines decisions, CaseLines lines,
			Authorities authorities, Progress progress) {
		this.access = access;
		this.transfer = transfer;
		this.transfers = transfers;
		this.decisions = decisions;
		this.lines = lines;
		this.authorities = authorities;
		this.progress = progress;
	}

	/**
	 * What the task belongs to.
	 *
	 * @param page where it is read, and its transfer below it
	 */
	record Subject(String page, String number, String kind, String title, String units, String progress) {
	}

	/** One transfer as the pages show it. */
	record Line(String task, String from, String to, String at, String reason) {
	}

	@GetMapping("/cases/{number}/transfer")
	String ask(@PathVariable String number, Model model, Person person) {
		return page(subject(ownCase(number, person)), "", "", FieldProblems.NONE, model, person);
	}

	@GetMapping("/recommendations/{number}/transfer")
	String askOfList(@PathVariable String number, Model model, Person person) {
		return page(subject(ownList(number, person)), "", "", FieldProblems.NONE, model, person);
	}

	@PostMapping("/cases/{number}/transfer")
	String hand(@PathVariable String number, @RequestParam(defaultValue = "") String colleague,
			@RequestParam(defaultValue = "") String reason, Model model, Person person, HttpServletResponse response) {
		CaseApplication found = ownCase(number, person);
		return handed(() -> this.transfer.hand(found, colleague, reason, person), subject(found),
				new Typed(colleague, reason), model, person, response);
	}

	@PostMapping("/recommendations/{number}/transfer")
	String handOfList(@PathVariable String number, @RequestParam(defaultValue = "") String colleague,
			@RequestParam(defaultValue = "") String reason, Model model, Person person, HttpServletResponse response) {
		Recommendation found = ownList(number, person);
		return handed(() -> this.transfer.hand(found, colleague, reason, person), subject(found),
				new Typed(colleague, reason), model, person, response);
	}

	private String handed(Runnable handing, Subject subject, Typed typed, Model model, Person person,
			HttpServletResponse response) {
		try {
			handing.run();
			return "redirect:" + subject.page() + "?done=transferred";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(subject, typed.colleague(), typed.reason(), new FieldProblems(ex.problems()), model, person);
		}
	}

	private record Typed(String colleague, String reason) {
	}

	/** The transfers of this case, for the people of its authority. */
	List<Line> of(CaseApplication found, Person person) {
		return CheckSheetLines.maySee(found.authority(), person) ? lines(found.number(), found.authority()) : List.of();
	}

	/** The transfers of this list inside the person's own authority. */
	List<Line> of(Recommendation found, Person person) {
		return found.authorities()
			.stream()
			.filter(authority -> CheckSheetLines.maySee(authority, person))
			.flatMap(authority -> lines(found.number(), authority).stream())
			.toList();
	}

	private List<Line> lines(String number, String authority) {
		return this.transfers.of(number, authority)
			.stream()
			.map(one -> new Line(one.taskLabel(), this.decisions.name(one.handedBy()),
					this.decisions.name(one.handedTo()), ChineseDates.minute(one.handedAt()), one.reason()))
			.toList();
	}

	/** Whether this person may hand over the open task of this number. */
	boolean isOpen(String number, Person person) {
		return this.transfer.offer(number, person).filter(offer -> !offer.colleagues().isEmpty()).isPresent();
	}

	private String page(Subject subject, String chosen, String reason, FieldProblems problems, Model model,
			Person person) {
		model.addAttribute("subject", subject);
		model.addAttribute("offer", this.transfer.offer(subject.number(), person).orElse(null));
		model.addAttribute("chosen", chosen);
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		return "transfer";
	}

	private Subject subject(CaseApplication found) {
		CaseLines.Line line = this.lines.of(found);
		return new Subject("/cases/" + line.number(), line.number(), "申报单位", line.caseName(), line.unitName(),
				line.progress());
	}

	private Subject subject(Recommendation found) {
		return new Subject("/recommendations/" + found.number(), found.number(), "推荐单位", "典型案例推荐名单",
				this.authorities.names(found.authorities()), this.progress.of(found.number()));
	}

	private CaseApplication ownCase(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return this.access.readCase(number, person);
	}

	private Recommendation ownList(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return this.access.readRecommendation(number, person);
	}

}
