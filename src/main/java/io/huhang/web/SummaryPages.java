package io.huhang.web;

import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.WordCount;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.SummaryConsents;
import io.huhang.recommendation.SummaryProposal;
import io.huhang.recommendation.SummaryProposal.State;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 修改简述: the officer proposes and takes back, the enterprise agrees or declines. */
@Controller
class SummaryPages {

	private final Access access;

	private final SummaryConsents consents;

	private final Revisions revisions;

	private final Campaign campaign;

	SummaryPages(Access access, SummaryConsents consents, Revisions revisions, Campaign campaign) {
		this.access = access;
		this.consents = consents;
		this.revisions = revisions;
		this.campaign = campaign;
	}

	/** What the case page says about it, with the way to act; both may be empty. */
	record Note(String text, String link, String label) {
	}

	@GetMapping("/cases/{number}/summary/proposal")
	String proposal(@PathVariable String number, Model model, Person person) {
		return proposal(own(number, person), "", FieldProblems.NONE, model);
	}

	@PostMapping("/cases/{number}/summary/proposal")
	String propose(@PathVariable String number, @RequestParam(defaultValue = "") String summary, Model model,
			Person person, HttpServletResponse response) {
		CaseApplication found = own(number, person);
		try {
			this.consents.propose(number, summary, person.id());
			return "redirect:/cases/%s/summary/proposal".formatted(number);
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return proposal(found, summary, new FieldProblems(ex.problems()), model);
		}
	}

	@PostMapping("/cases/{number}/summary/retraction")
	String retract(@PathVariable String number, Model model, Person person, HttpServletResponse response) {
		CaseApplication found = own(number, person);
		try {
			this.consents.retract(number, person.id());
			return "redirect:/cases/%s/summary/proposal".formatted(number);
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return proposal(found, "", new FieldProblems(ex.problems()), model);
		}
	}

	@GetMapping("/cases/{number}/summary/answer")
	String asked(@PathVariable String number, Model model, Person person) {
		return asked(answerable(number, person), "", FieldProblems.NONE, model);
	}

	@PostMapping("/cases/{number}/summary/answer")
	String answer(@PathVariable String number, @RequestParam(defaultValue = "0") long proposal,
			@RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason,
			Model model, Person person, HttpServletResponse response) {
		CaseApplication found = answerable(number, person);
		try {
			settle(number, proposal, decision, reason, person.id());
			return "redirect:/cases/%s/summary/answer".formatted(number);
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return asked(found, reason, new FieldProblems(ex.problems()), model);
		}
	}

	private void settle(String number, long proposal, String decision, String reason, String userId) {
		switch (decision) {
			case "AGREE" -> this.consents.agree(number, proposal, userId);
			case "DECLINE" -> this.consents.decline(number, proposal, reason, userId);
			default -> throw new RefusedException("decision", "请选择同意或不同意。", "附件3 案例申报方向和简述");
		}
	}

	/** What the case page tells its enterprise and its authority's officers. */
	Optional<Note> note(CaseApplication found, Person person) {
		Optional<SummaryProposal> newest = this.consents.newest(found.number());
		String link = "/cases/%s/summary/".formatted(found.number());
		if (this.consents.mayPropose(found, person)) {
			return this.consents.isPossible(found) || newest.isPresent()
					? Optional.of(new Note(newest.map(one -> told(found, one)).orElse(""), link + "proposal", "修改简述"))
					: Optional.empty();
		}
		return (person.role() != Role.APPLICANT) ? Optional.empty() : newest.filter(one -> !one.is(State.RETRACTED))
			.map(one -> new Note(told(found, one), link + "answer", this.consents.isOpen(found) ? "查看并答复" : "查看"));
	}

	private String told(CaseApplication found, SummaryProposal proposal) {
		String on = ChineseDates.minute(proposal.settledAt());
		return switch (proposal.state()) {
			case OPEN -> this.consents.isOpen(found) ? "受理单位建议修改推荐汇总表所用的简述，待申报单位答复。" : "本申报已办结或已报送部里，简述修改建议不再办理。";
			case AGREED -> "申报单位已于%s同意修改推荐汇总表所用的简述。".formatted(on);
			case DECLINED -> "申报单位已于%s答复不同意修改简述，仍用原简述。".formatted(on);
			case RETRACTED -> "受理单位已于%s收回简述修改建议，仍用原简述。".formatted(on);
		};
	}

	private String proposal(CaseApplication found, String typed, FieldProblems problems, Model model) {
		model.addAttribute("possible", this.consents.isPossible(found));
		model.addAttribute("typed", typed.isEmpty() ? this.consents.used(found.number()) : typed);
		return page("summary-proposal", found, problems, model);
	}

	private String asked(CaseApplication found, String reason, FieldProblems problems, Model model) {
		model.addAttribute("reason", reason);
		return page("summary-answer", found, problems, model);
	}

	private String page(String view, CaseApplication found, FieldProblems problems, Model model) {
		SummaryProposal newest = this.consents.newest(found.number()).orElse(null);
		String original = this.revisions.latestForm(found.number()).orElseThrow().summary();
		model.addAttribute("found", found);
		model.addAttribute("original", original);
		model.addAttribute("originalChars", WordCount.of(original));
		model.addAttribute("used", this.consents.used(found.number()));
		model.addAttribute("newest", newest);
		model.addAttribute("newestChars", (newest != null) ? WordCount.of(newest.summary()) : 0);
		model.addAttribute("told", (newest != null) ? told(found, newest) : "");
		model.addAttribute("open", this.consents.isOpen(found));
		model.addAttribute("mostChars", this.campaign.summaryChars());
		model.addAttribute("problems", problems);
		return view;
	}

	private CaseApplication own(String number, Person person) {
		CaseApplication found = this.access.readCase(number, person);
		if (!this.consents.mayPropose(found, person)
				|| !(this.consents.isPossible(found) || this.consents.newest(number).isPresent())) {
			throw new MissingException();
		}
		return found;
	}

	private CaseApplication answerable(String number, Person person) {
		Access.require(person, Role.APPLICANT);
		CaseApplication found = this.access.readCase(number, person);
		if (this.consents.newest(number).isEmpty()) {
			throw new MissingException();
		}
		return found;
	}

}
