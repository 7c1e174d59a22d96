package io.huhang.web;

import io.huhang.campaign.RefusedException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.GivingUp;
import io.huhang.recommendation.JointActs;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Recommendations.GivenUp;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 终止联合推荐: asks once more before a joint act is given up. */
@Controller
class GivingUpPage {

	private final Access access;

	private final Recommendations recommendations;

	private final JointActs acts;

	private final GivingUp givingUp;

	private final Authorities authorities;

	GivingUpPage(Access access, Recommendations recommendations, JointActs acts, GivingUp givingUp,
			Authorities authorities) {
		this.access = access;
		this.recommendations = recommendations;
		this.acts = acts;
		this.givingUp = givingUp;
		this.authorities = authorities;
	}

	@GetMapping("/recommendations/{number}/giving-up")
	String ask(@PathVariable String number, Model model, Person person) {
		return page(own(number, person), "", FieldProblems.NONE, model, person);
	}

	@PostMapping("/recommendations/{number}/giving-up")
	String giveUp(@PathVariable String number, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String confirmed, Model model, Person person,
			HttpServletResponse response) {
		Recommendation act = own(number, person);
		try {
			this.givingUp.giveUp(number, reason, confirmed, person);
			return "redirect:/recommendations/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(act, reason, new FieldProblems(ex.problems()), model, person);
		}
	}

	/** Whether this person is shown the way here. */
	boolean isOpen(Recommendation act, Person person) {
		return this.acts.concerns(act, person) && this.acts.isOpen(act) && mayGiveUp(act, person);
	}

	/** Why the act was given up, or nothing. */
	String because(String number) {
		return this.recommendations.givenUp(number).map(GivenUp::reason).orElse("");
	}

	private boolean mayGiveUp(Recommendation act, Person person) {
		return person.role() == Role.HEAD || !this.acts.needsHead(act);
	}

	private String page(Recommendation act, String reason, FieldProblems problems, Model model, Person person) {
		model.addAttribute("number", act.number());
		model.addAttribute("partnerName", this.authorities.get(act.partner()).name());
		model.addAttribute("open", this.acts.isOpen(act));
		model.addAttribute("allowed", mayGiveUp(act, person));
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		return "giving-up";
	}

	private Recommendation own(String number, Person person) {
		Recommendation act = this.access.readRecommendation(number, person);
		if (!this.acts.concerns(act, person)) {
			throw new MissingException();
		}
		return act;
	}

}
