package io.huhang.web;

import java.util.List;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Authorities;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.DateProposals;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.TypedDateMove;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jakarta.servlet.http.HttpServletResponse;

/**
 * 受理截止时间: an authority sets until when it accepts filings, early enough to check and rank
 * them before its list is due (通知二（三）).
 */
@Controller
class FilingClosingPage {

	private final DateProposals proposals;

	private final DateMoves moves;

	private final ClosingDates closingDates;

	private final Authorities authorities;

	private final People people;

	private final Campaign campaign;

	FilingClosingPage(DateProposals proposals, DateMoves moves, ClosingDates closingDates, Authorities authorities,
			People people, Campaign campaign) {
		this.proposals = proposals;
		this.moves = moves;
		this.closingDates = closingDates;
		this.authorities = authorities;
		this.people = people;
		this.campaign = campaign;
	}

	/** One setting as the page shows it. */
	record Line(String closing, String reason, String by) {
	}

	@GetMapping("/authority/closing")
	String read(Model model, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return show(TypedDateMove.empty(), FieldProblems.NONE, model, person);
	}

	@PostMapping("/authority/closing")
	String set(@RequestParam(defaultValue = "") String closing, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") List<String> confirmations, Model model, Person person,
			HttpServletResponse response) {
		Access.require(person, Role.OFFICER, Role.HEAD);
		TypedDateMove typed = new TypedDateMove(Scope.FILING.name(), person.organization(), closing, reason,
				confirmations);
		try {
			this.proposals.set(typed, person.id());
			return "redirect:/authority/closing";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show(typed, new FieldProblems(ex.problems()), model, person);
		}
	}

	private String show(TypedDateMove typed, FieldProblems problems, Model model, Person person) {
		String authority = person.organization();
		model.addAttribute("name", this.authorities.get(authority).name());
		model.addAttribute("current", ChineseDates.deadline(this.closingDates.ofFirstFilings(authority)));
		model.addAttribute("reporting", ChineseDates.deadline(this.closingDates.ofAuthority(authority)));
		model.addAttribute("lead", this.campaign.localLead());
		model.addAttribute("maySet", person.role() != Role.LEADER);
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("settings",
				this.moves.all()
					.stream()
					.filter(move -> move.scope() == Scope.FILING && move.subject().equals(authority))
					.map(this::line)
					.toList());
		return "filing-closing";
	}

	private Line line(DateMove move) {
		return new Line(ChineseDates.deadline(move.closing()), move.reason(),
				this.people.find(move.proposedBy()).map(Person::name).orElse("") + "　"
						+ ChineseDates.minute(move.proposedAt()));
	}

}
