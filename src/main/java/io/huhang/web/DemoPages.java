package io.huhang.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.DemoClock;
import io.huhang.process.UpcomingTimers;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Demo mode only: the coordinator's clock. */
@Controller
@ConditionalOnProperty("huhang.demo.enabled")
class DemoPages {

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final Map<String, ChronoUnit> UNITS = Map.of("HOURS", ChronoUnit.HOURS, "DAYS", ChronoUnit.DAYS);

	private static final int TIMERS = 20;

	private final DemoClock demoClock;

	private final UpcomingTimers timers;

	private final Clock clock;

	private final AuditTrail audit;

	DemoPages(DemoClock demoClock, UpcomingTimers timers, Clock clock, AuditTrail audit) {
		this.audit = audit;
		this.demoClock = demoClock;
		this.timers = timers;
		this.clock = clock;
	}

	/** One timer as the page shows it. */
	record TimerLine(String due, boolean overdue, String number, String label) {
	}

	@GetMapping("/clock")
	String clock(Model model, Person person) {
		Access.require(person, Role.COORDINATOR);
		return show(now(), model);
	}

	@PostMapping("/clock")
	String advance(@RequestParam String target, Model model, Person person, HttpServletResponse response) {
		return move(target, target, model, person, response);
	}

	/**
	 * Moves by hours or days from the time that the page has shown: clicked twice it
	 * moves once.
	 */
	@PostMapping("/clock/steps")
	String step(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String count,
			@RequestParam(defaultValue = "") String unit, Model model, Person person, HttpServletResponse response) {
		Access.require(person, Role.COORDINATOR);
		if (!count.strip().matches("[1-9]\\d{0,3}") || !UNITS.containsKey(unit)) {
			return refuse("请填写1至9999的整数，并选择小时或者天。", now(), model, response);
		}
		try {
			return move(
					INPUT.format(LocalDateTime.parse(from, INPUT).plus(Long.parseLong(count.strip()), UNITS.get(unit))),
					now(), model, person, response);
		}
		catch (DateTimeException ex) {
			return refuse("本页面显示的时间不能识别，请刷新页面后重新调整。", now(), model, response);
		}
	}

	private String move(String target, String shown, Model model, Person person, HttpServletResponse response) {
		Access.require(person, Role.COORDINATOR);
		try {
			this.demoClock.advanceTo(LocalDateTime.parse(target.strip(), INPUT).atZone(Campaign.ZONE).toInstant());
			this.audit.record(person.id(), AuditAction.CLOCK_ADVANCE.code(), target.strip());
			return "redirect:/clock";
		}
		catch (RefusedException ex) {
			return refuse(ex.getMessage(), shown, model, response);
		}
		catch (DateTimeException ex) {
			return refuse("请按“2024-12-31 09:00”的格式填写时间。", shown, model, response);
		}
	}

	private String refuse(String problem, String shown, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		model.addAttribute("problem", problem);
		return show(shown, model);
	}

	private String show(String target, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("target", target);
		model.addAttribute("from", now());
		model.addAttribute("timers",
				this.timers.next(TIMERS)
					.stream()
					.map(timer -> new TimerLine(ChineseDates.minute(timer.due()), !timer.due().isAfter(now),
							timer.number(), timer.label()))
					.toList());
		return "clock";
	}

	private String now() {
		return INPUT.format(LocalDateTime.ofInstant(this.clock.instant(), Campaign.ZONE));
	}

}
