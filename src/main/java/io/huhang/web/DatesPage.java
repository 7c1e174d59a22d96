package io.huhang.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Reminders;
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
 * 截止时间: the ministry's side reads when who is reminded and what was moved, and the
 * coordinator proposes a move (通知二（三）).
 */
@Controller
class DatesPage {

	private final DateProposals proposals;

	private final DateMoves moves;

	private final ClosingDates closingDates;

	private final Authorities authorities;

	private final People people;

	private final Campaign campaign;

	private final Clock clock;

	DatesPage(DateProposals proposals, DateMoves moves, ClosingDates closingDates, Authorities authorities,
			People people, Campaign campaign, Clock clock) {
		this.proposals = proposals;
		this.moves = moves;
		this.closingDates = closingDates;
		this.authorities = authorities;
		this.people = people;
		this.campaign = campaign;
		this.clock = clock;
	}

	/** One rung of the ladder before the deadline. */
	record Rung(String label, String at, boolean past) {
	}

	/** One move as the page shows it. */
	record Line(String number, String what, String whose, String closing, String reason, String state, String by,
			String refusal) {
	}

	@GetMapping("/dates")
	String read(Model model, Person person) {
		Access.require(person, Role.COORDINATOR, Role.MIIT_OFFICER, Role.MIIT_HEAD, Role.MIIT_LEADER, Role.AUDITOR);
		return show(TypedDateMove.empty(), FieldProblems.NONE, model, person);
	}

	@PostMapping("/dates")
	String propose(@RequestParam(defaultValue = "") String scope, @RequestParam(defaultValue = "") String authority,
			@RequestParam(defaultValue = "") String caseNumber, @RequestParam(defaultValue = "") String closing,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") List<String> confirmations,
			Model model, Person person, HttpServletResponse response) {
		Access.require(person, Role.COORDINATOR);
		TypedDateMove typed = new TypedDateMove(scope, subject(scope, authority, caseNumber), closing, reason,
				confirmations);
		try {
			this.proposals.propose(typed, person.id());
			return "redirect:/dates";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show(typed, new FieldProblems(ex.problems()), model, person);
		}
	}

	private static String subject(String scope, String authority, String caseNumber) {
		return switch (scope) {
			case "AUTHORITY" -> authority;
			case "CASE" -> caseNumber;
			default -> "";
		};
	}

	private String show(TypedDateMove typed, FieldProblems problems, Model model, Person person) {
		Instant deadline = this.closingDates.ofRecommendations();
		model.addAttribute("now", ChineseDates.minute(this.clock.instant()));
		model.addAttribute("current", ChineseDates.deadline(deadline));
		model.addAttribute("noticed", ChineseDates.deadline(this.campaign.deadline().toInstant()));
		model.addAttribute("rungs",
				this.campaign.reminders()
					.stream()
					.map(rung -> new Rung(Reminders.label(rung), ChineseDates.minute(deadline.minus(rung)),
							!deadline.minus(rung).isAfter(this.clock.instant())))
					.toList());
		model.addAttribute("mayPropose", person.role() == Role.COORDINATOR);
		model.addAttribute("scopes", List.of(Scope.CAMPAIGN, Scope.AUTHORITY, Scope.CASE));
		model.addAttribute("authorities", this.authorities.enabled());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("moves", this.moves.all().stream().map(this::line).toList());
		return "dates";
	}

	private Line line(DateMove move) {
		return new Line(move.number(), move.scope().label(), this.proposals.whose(move),
				ChineseDates.deadline(move.closing()), move.reason(), move.state().label(), who(move), move.refusal());
	}

	private String who(DateMove move) {
		return "提出：%s %s".formatted(name(move.proposedBy()), ChineseDates.minute(move.proposedAt()))
				+ (move.checkedBy().isEmpty() ? "" : "；审核：" + name(move.checkedBy()))
				+ move.decidedAt()
					.map(at -> "；决定：%s %s".formatted(name(move.decidedBy()), ChineseDates.minute(at)))
					.orElse("");
	}

	private String name(String id) {
		return this.people.find(id).map(Person::name).orElse(id);
	}

}
