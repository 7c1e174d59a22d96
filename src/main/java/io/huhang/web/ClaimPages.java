package io.huhang.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Claim;
import io.huhang.organization.ClaimDecision;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Standing;
import io.huhang.process.EnterpriseClaims;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 认领申请: the authority of the place sees both sides and decides with a reason. */
@Controller
class ClaimPages {

	private static final int FEWEST_CHARS = 4;

	private static final int MOST_CHARS = 1000;

	private final EnterpriseClaims claims;

	private final Enterprises enterprises;

	private final People people;

	ClaimPages(EnterpriseClaims claims, Enterprises enterprises, People people) {
		this.claims = claims;
		this.enterprises = enterprises;
		this.people = people;
	}

	/** A claim with both sides. */
	record Sides(UUID id, String uscc, String kind, String claimedName, PersonEntry claimant, String explanation,
			String openedAt, String registeredName, String registeredAt, List<Side> present) {
	}

	/** Somebody who has an account of the enterprise. */
	record Side(String name, String email, String phone, String state, boolean contact) {
	}

	/** What the officer typed into the form of one claim. */
	record Typed(UUID claim, String decision, String reason) {
	}

	@GetMapping("/claims")
	String list(Model model, Person person) {
		require(person);
		return page(null, List.of(), model, person);
	}

	@PostMapping("/claims/{id}")
	String decide(@PathVariable UUID id, @RequestParam(defaultValue = "") String decision,
			@RequestParam(defaultValue = "") String reason, Model model, Person person, HttpServletResponse response) {
		Claim claim = this.claims.find(id, person).orElseThrow(MissingException::new);
		try {
			this.claims.decide(claim, decision(decision), reason(reason), person);
			return "redirect:/claims?decided";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(new Typed(id, decision, reason), ex.problems(), model, person);
		}
	}

	private static ClaimDecision decision(String name) {
		return Arrays.stream(ClaimDecision.values())
			.filter(decision -> decision.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new RefusedException("decision", "请选择一项处理结果。", "通知二（一）"));
	}

	private static String reason(String typed) {
		int length = typed.strip().length();
		if (length < FEWEST_CHARS || length > MOST_CHARS) {
			throw new RefusedException("reason",
					"“理由”现%d个字，应为%d至%d个字，将随结果告知双方。".formatted(length, FEWEST_CHARS, MOST_CHARS), "通知二（一）");
		}
		return typed.strip();
	}

	private String page(Typed typed, List<Problem> problems, Model model, Person person) {
		List<Claim> open = this.claims.openFor(person);
		model.addAttribute("claims", open.stream().map(this::sides).toList());
		// Somebody else was faster: the claim is not on the list any more.
		model.addAttribute("gone", (typed == null || open.stream().anyMatch(claim -> claim.id().equals(typed.claim())))
				? List.of() : problems);
		model.addAttribute("decisions", ClaimDecision.values());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", new FieldProblems(problems));
		return "claims";
	}

	private Sides sides(Claim claim) {
		String contact = this.enterprises.contact(claim.uscc()).map(Person::id).orElse("");
		List<Side> present = this.people.everyone(claim.uscc()).stream().map(person -> side(person, contact)).toList();
		return new Sides(claim.id(), claim.uscc(), claim.kind().label(), claim.enterpriseName(), claim.claimant(),
				claim.explanation(), ChineseDates.minute(claim.openedAt()), this.enterprises.get(claim.uscc()).name(),
				this.enterprises.registeredAt(claim.uscc()).map(ChineseDates::minute).orElse("—"), present);
	}

	private Side side(Person person, String contact) {
		String state = this.people.standing(person.id()).map(Standing::state).orElseThrow().label();
		return new Side(person.name(), person.email(), person.phone(), state, person.id().equals(contact));
	}

	private static void require(Person person) {
		if (!EnterpriseClaims.decides(person)) {
			throw new MissingException();
		}
	}

}
