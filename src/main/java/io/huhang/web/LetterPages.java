package io.huhang.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.ChineseDates;
import io.huhang.mail.Letter;
import io.huhang.mail.Letter.State;
import io.huhang.mail.LetterDesk;
import io.huhang.mail.LetterFilter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * 信函: every letter that was written, and what became of it. In the demo it is everybody's
 * inbox (设计 §9).
 */
@Controller
@RequestMapping("/letters")
class LetterPages {

	private static final int SIZE = 50;

	private final Letters letters;

	private final LetterDesk desk;

	private final LetterLines lines;

	private final LetterAccess access;

	LetterPages(Letters letters, LetterDesk desk, LetterLines lines, LetterAccess access) {
		this.letters = letters;
		this.desk = desk;
		this.lines = lines;
		this.access = access;
	}

	@GetMapping
	String list(LetterQuery query, @RequestParam(defaultValue = "0") int page, Model model, Person person,
			HttpServletResponse response) {
		Optional<String> mailbox = this.access.mailbox(person);
		model.addAttribute("query", query);
		model.addAttribute("states", State.values());
		model.addAttribute("kinds", this.desk.kinds());
		model.addAttribute("watching", mailbox.isEmpty());
		if (mailbox.isEmpty()) {
			summarize(model);
		}
		try {
			show(query.filter(mailbox), Math.max(0, page), model);
		}
		catch (DateTimeException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			model.addAttribute("problem", "请按“2024-11-11”的格式填写日期。");
		}
		return "letters";
	}

	private void show(LetterFilter filter, int asked, Model model) {
		long total = this.desk.count(filter);
		long pages = Math.max(1, (total + SIZE - 1) / SIZE);
		int page = (int) Math.min(asked, pages - 1);
		model.addAttribute("lines", this.desk.page(filter, page, SIZE).stream().map(this.lines::of).toList());
		model.addAttribute("total", total);
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
	}

	private void summarize(Model model) {
		Map<State, Long> states = this.desk.states();
		model.addAttribute("waiting", states.getOrDefault(State.WAITING, 0L));
		model.addAttribute("held", states.getOrDefault(State.HELD, 0L));
		model.addAttribute("failed", states.getOrDefault(State.FAILED, 0L));
		model.addAttribute("waitingSince", this.desk.waitingSince().map(ChineseDates::minute).orElse(""));
	}

	@GetMapping("/{id}")
	String letter(@PathVariable UUID id, Model model, Person person) {
		return show(find(id, person), "", FieldProblems.NONE, model, person);
	}

	/** The letter's page: also shown again beside what came of an action. */
	String show(Letter letter, String reason, FieldProblems problems, Model model, Person person) {
		boolean readable = this.access.mayReadWords(letter, person) && !letter.words().isEmpty();
		model.addAttribute("line", this.lines.of(letter));
		model.addAttribute("state", letter.state().name());
		model.addAttribute("files", letter.files());
		model.addAttribute("readable", readable);
		model.addAttribute("secret", letter.isSecret());
		model.addAttribute("text", readable ? this.letters.text(letter) : "");
		model.addAttribute("watching", this.access.watches(person));
		model.addAttribute("resendable",
				!letter.words().isEmpty() && List.of(State.WAITING, State.SENT, State.FAILED).contains(letter.state()));
		model.addAttribute("reason", reason);
		model.addAttribute("longest", LetterDesk.LONGEST_REASON);
		model.addAttribute("problems", problems);
		model.addAttribute("commandKey", UUID.randomUUID().toString());
		return "letter";
	}

	@GetMapping(path = "/{id}/body", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String body(@PathVariable UUID id, Person person) {
		Letter letter = find(id, person);
		if (!this.access.mayReadWords(letter, person)) {
			throw new MissingException();
		}
		return this.letters.html(letter);
	}

	/** The letter, if it is on this person's page. */
	Letter find(UUID id, Person person) {
		Optional<String> mailbox = this.access.mailbox(person);
		return this.letters.find(id)
			.filter(found -> mailbox.map(found.recipientEmail()::equalsIgnoreCase).orElse(true))
			.orElseThrow(MissingException::new);
	}

}
