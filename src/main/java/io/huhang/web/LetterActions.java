package io.huhang.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.huhang.audit.AuditTrail;
import io.huhang.audit.Command;
import io.huhang.audit.CommandConflictException;
import io.huhang.audit.Commands;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.mail.Letter;
import io.huhang.mail.LetterDesk;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 暂缓、继续发送、作废、重新发送 of a letter, by the coordinator or the administrator. */
@Controller
@RequestMapping("/letters/{id}")
class LetterActions {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

	private static final String CLAUSE = "系统规则";

	private final LetterPages pages;

	private final LetterDesk desk;

	private final Commands commands;

	private final AuditTrail audit;

	LetterActions(LetterPages pages, LetterDesk desk, Commands commands, AuditTrail audit) {
		this.pages = pages;
		this.desk = desk;
		this.commands = commands;
		this.audit = audit;
	}

	/** What a form of the letter's page sends. */
	record Sent(String commandKey, String reason) {

		Sent {
			commandKey = (commandKey != null) ? commandKey : "";
			reason = (reason != null) ? reason : "";
		}

		Command command(String action, UUID letter, Person person) {
			if (!KEY.matcher(this.commandKey).matches()) {
				throw new RefusedException("commandKey", "本次办理缺少操作编号，未受理。请刷新页面后重新办理。", CLAUSE);
			}
			return Command.of(this.commandKey, person.id(), action, letter.toString(), this.reason);
		}

	}

	@PostMapping("/hold")
	String hold(@PathVariable UUID id, Sent sent, Model model, Person person, HttpServletResponse response) {
		return act(id, "hold", sent, model, person, response, subject -> {
			this.desk.hold(id);
			this.audit.record(person.id(), AuditAction.LETTER_HOLD.code(), subject);
		});
	}

	@PostMapping("/release")
	String release(@PathVariable UUID id, Sent sent, Model model, Person person, HttpServletResponse response) {
		return act(id, "release", sent, model, person, response, subject -> {
			this.desk.release(id);
			this.audit.record(person.id(), AuditAction.LETTER_RELEASE.code(), subject);
		});
	}

	@PostMapping("/discard")
	String discard(@PathVariable UUID id, Sent sent, Model model, Person person, HttpServletResponse response) {
		return act(id, "discard", sent, model, person, response, subject -> {
			this.desk.discard(id, sent.reason());
			this.audit.record(person.id(), AuditAction.LETTER_DISCARD.code(), subject);
		});
	}

	@PostMapping("/resend")
	String resend(@PathVariable UUID id, Sent sent, Model model, Person person, HttpServletResponse response) {
		return act(id, "resend", sent, model, person, response, subject -> {
			this.desk.resend(id);
			this.audit.record(person.id(), AuditAction.LETTER_RESEND.code(), subject);
		});
	}

	/** Something done to a letter that the record calls so. */
	@FunctionalInterface
	interface Action {

		void on(String subject);

	}

	private String act(UUID id, String name, Sent sent, Model model, Person person, HttpServletResponse response,
			Action action) {
		Access.require(person, Role.COORDINATOR, Role.ADMINISTRATOR);
		Letter letter = this.pages.find(id, person);
		try {
			this.commands.once(sent.command(name, id, person), () -> {
				action.on(LetterLines.subject(letter));
				return "";
			});
			return "redirect:/letters/" + id;
		}
		catch (RefusedException ex) {
			return refuse(id, sent, HttpStatus.UNPROCESSABLE_ENTITY, ex.problems(), model, person, response);
		}
		catch (CommandConflictException ex) {
			return refuse(id, sent, HttpStatus.CONFLICT,
					List.of(new Problem("action", "本页面已经用于另一次办理，本次未受理。请核对信函状态后重新办理。", CLAUSE)), model, person,
					response);
		}
	}

	private String refuse(UUID id, Sent sent, HttpStatus status, List<Problem> problems, Model model, Person person,
			HttpServletResponse response) {
		response.setStatus(status.value());
		return this.pages.show(this.pages.find(id, person), sent.reason(), new FieldProblems(problems), model, person);
	}

}
