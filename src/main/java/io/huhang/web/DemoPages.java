package io.huhang.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.DemoClock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Demo mode only: the coordinator's clock. */
@Controller
@ConditionalOnProperty("huhang.demo.enabled")
class DemoPages {

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final DemoClock demoClock;

	private final Clock clock;

	private final AuditTrail audit;

	DemoPages(DemoClock demoClock, Clock clock, AuditTrail audit) {
		this.audit = audit;
		this.demoClock = demoClock;
		this.clock = clock;
	}

	@GetMapping("/clock")
	String clock(Model model, Person person) {
		Access.require(person, Role.COORDINATOR);
		model.addAttribute("target", INPUT.format(LocalDateTime.ofInstant(this.clock.instant(), Campaign.ZONE)));
		return "clock";
	}

	@PostMapping("/clock")
	String advance(@RequestParam String target, Model model, Person person) {
		Access.require(person, Role.COORDINATOR);
		try {
			this.demoClock.advanceTo(LocalDateTime.parse(target, INPUT).atZone(Campaign.ZONE).toInstant());
			this.audit.record(person.id(), AuditAction.CLOCK_ADVANCE.code(), target);
			return "redirect:/clock";
		}
		catch (RefusedException ex) {
			model.addAttribute("problem", ex.getMessage());
		}
		catch (DateTimeException ex) {
			model.addAttribute("problem", "请按“2024-12-31 09:00”的格式填写时间。");
		}
		model.addAttribute("target", target);
		return "clock";
	}

}
