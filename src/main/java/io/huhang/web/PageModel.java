package io.huhang.web;

import java.security.Principal;
import java.time.Clock;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.recommendation.ClosingDates;
import io.huhang.organization.People;
import io.huhang.organization.Person;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's frame shows. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

	private final Campaign campaign;

	private final ClosingDates closingDates;

	private final People people;

	private final Clock clock;

	private final boolean demo;

	PageModel(Campaign campaign, ClosingDates closingDates, People people, Clock clock,
			@Value("${huhang.demo.enabled:false}") boolean demo) {
		this.campaign = campaign;
		this.closingDates = closingDates;
		this.people = people;
		this.clock = clock;
		this.demo = demo;
	}

	@ModelAttribute
	void frame(Model model, Principal principal) {
		Person person = (principal != null) ? this.people.find(principal.getName()).orElse(null) : null;
		model.addAttribute("person", person);
		model.addAttribute("campaign", this.campaign);
		model.addAttribute("deadline", ChineseDates.deadline(this.closingDates.ofReader(person)));
		model.addAttribute("demo", this.demo);
		model.addAttribute("now", ChineseDates.minute(this.clock.instant()));
	}

}
