package io.huhang.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.DemoClock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Demo mode only: the inbox in place of a mail server, and the coordinator's clock. */
@Controller
@ConditionalOnProperty("huhang.demo.enabled")
class DemoPages {

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final int LATEST = 200;

	private final Letters letters;

	private final DemoClock demoClock;

	private final Clock clock;

	private final AuditTrail audit;

	DemoPages(Letters letters, DemoClock demoClock, Clock clock, AuditTrail audit) {
		this.audit = audit;
		this.letters = letters;
		this.demoClock = demoClock;
		this.clock = clock;
	}

	/** One line of the inbox. */
	record InboxLine(UUID id, String at, String recipient, String title, String number) {

		static InboxLine of(Letter letter) {
			return new InboxLine(letter.id(), ChineseDates.minute(letter.createdAt()),
					letter.recipientName() + " <" + letter.recipientEmail() + ">", letter.title(),
					letter.subjectNumber());
		}

	}

	@GetMapping("/inbox")
	String inbox(Model model, Person person) {
		model.addAttribute("letters",
				this.letters.latest(LATEST, recipient(person)).stream().map(InboxLine::of).toList());
		return "inbox";
	}

	@GetMapping("/inbox/{id}")
	String letter(@PathVariable UUID id, Model model, Person person) {
		Letter letter = letter(id, person);
		model.addAttribute("letter", InboxLine.of(letter));
		model.addAttribute("files", letter.files());
		return "letter";
	}

	@GetMapping(path = "/inbox/{id}/body", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String body(@PathVariable UUID id, Person person) {
		return this.letters.html(letter(id, person));
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

	// The coordinator sees every letter, everybody else their own.
	private static Optional<String> recipient(Person person) {
		return (person.role() == Role.COORDINATOR) ? Optional.empty() : Optional.of(person.email());
	}

	private Letter letter(UUID id, Person person) {
		return this.letters.find(id)
			.filter(found -> recipient(person).map(found.recipientEmail()::equals).orElse(true))
			.orElseThrow(MissingException::new);
	}

}
