package io.huhang.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.huhang.audit.AuditChain;
import io.huhang.audit.AuditEntry;
import io.huhang.audit.AuditFilter;
import io.huhang.audit.AuditTrail;
import io.huhang.audit.Verification;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.People;
import io.huhang.organization.PeopleList;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作留痕, for the auditor alone: design §1 gives nobody else a view of everybody. */
@Controller
class AuditPage {

	private static final int SIZE = 50;

	private static final String CHAIN = "chain";

	private static final Pattern ABOUT_PEOPLE = Pattern.compile("login[.]|account[.]|person[.]|enterprise[.]contact");

	private final AuditChain chain;

	private final AuditTrail audit;

	private final People people;

	private final PeopleList list;

	private final LetterLines letters;

	AuditPage(AuditChain chain, AuditTrail audit, People people, PeopleList list, LetterLines letters) {
		this.chain = chain;
		this.audit = audit;
		this.people = people;
		this.list = list;
		this.letters = letters;
	}

	/** What the auditor asks for; days as typed, both included. */
	record Wanted(String subject, String actor, String action, String begin, String end) {

		Wanted {
			subject = text(subject);
			actor = text(actor);
			action = text(action);
			begin = text(begin);
			end = text(end);
		}

		private static String text(String given) {
			return (given != null) ? given.strip() : "";
		}

		AuditFilter filter(String actorId) {
			return new AuditFilter(this.subject, actorId, this.action, day(this.begin, Instant.EPOCH, 0),
					day(this.end, Instant.parse("9000-01-01T00:00:00Z"), 1));
		}

		private static Instant day(String typed, Instant otherwise, int later) {
			return typed.isEmpty() ? otherwise
					: LocalDate.parse(typed).plusDays(later).atStartOfDay(Campaign.ZONE).toInstant();
		}

	}

	/** One entry as the page shows it. */
	record Line(String position, String at, String actor, String action, String subject, String hash) {
	}

	/** The state of the chain as the page shows it. */
	record State(boolean verified, boolean passed, String text, String at, String by, long waiting) {
	}

	@GetMapping("/audit")
	String read(Wanted wanted, @RequestParam(defaultValue = "0") int page, Model model, Person person) {
		Access.require(person, Role.AUDITOR);
		model.addAttribute("wanted", wanted);
		model.addAttribute("actions", AuditAction.values());
		model.addAttribute("state", state());
		try {
			show(wanted.filter(actorId(wanted.actor())), Math.max(0, page), model);
		}
		catch (RefusedException ex) {
			model.addAttribute("problem", ex.getMessage());
		}
		catch (DateTimeException ex) {
			model.addAttribute("problem", "请按“2024-11-11”的格式填写日期。");
		}
		return "audit";
	}

	// Nobody knows an id by heart: a name or an address does as well.
	private String actorId(String typed) {
		if (typed.isEmpty() || this.people.find(typed).isPresent()) {
			return typed;
		}
		List<PeopleList.Line> found = this.list
			.page(new PeopleList.Filter(typed, Optional.empty(), Optional.empty(), Optional.empty()), 1);
		if (found.size() > 1) {
			throw new RefusedException("actor", "有%d名人员符合“%s”，请改填其中一人的邮箱或账号。".formatted(found.size(), typed), "系统规则");
		}
		return found.isEmpty() ? typed : found.get(0).person().id();
	}

	@PostMapping("/audit/verify")
	String verify(Person person) {
		Access.require(person, Role.AUDITOR);
		this.audit.record(person.id(), AuditAction.AUDIT_VERIFY.code(), CHAIN);
		this.chain.seal();
		this.chain.verify(person.id());
		return "redirect:/audit";
	}

	@GetMapping("/audit/export")
	void export(HttpServletResponse response, Person person) throws IOException {
		Access.require(person, Role.AUDITOR);
		this.audit.record(person.id(), AuditAction.AUDIT_EXPORT.code(), CHAIN);
		this.chain.seal();
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("操作留痕.csv", StandardCharsets.UTF_8).build().toString());
		Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		this.chain.export(out, AuditAction::label);
	}

	private void show(AuditFilter filter, int page, Model model) {
		Map<String, String> names = new HashMap<>();
		long total = this.chain.count(filter);
		model.addAttribute("entries",
				this.chain.find(filter, page, SIZE).stream().map(entry -> line(entry, names)).toList());
		model.addAttribute("total", total);
		model.addAttribute("page", page);
		model.addAttribute("pages", Math.max(1, (total + SIZE - 1) / SIZE));
	}

	private Line line(AuditEntry entry, Map<String, String> names) {
		return new Line((entry.position() > 0) ? Long.toString(entry.position()) : "待封存",
				ChineseDates.second(entry.happenedAt()), names.computeIfAbsent(entry.actor(), this::name),
				AuditAction.label(entry.action()), subject(entry, names), entry.hash());
	}

	// A login is about an account, a change of people about a person, the rest about a
	// number.
	private String subject(AuditEntry entry, Map<String, String> names) {
		if (entry.subject().equals(CHAIN)) {
			return "操作留痕";
		}
		if (entry.action().startsWith("letter.")) {
			return this.letters.title(entry.subject());
		}
		return ABOUT_PEOPLE.matcher(entry.action()).lookingAt() ? names.computeIfAbsent(entry.subject(), this::name)
				: entry.subject();
	}

	private String name(String actor) {
		return switch (actor) {
			case "system" -> "系统";
			case "anonymous" -> "未登录人员";
			case "claimant" -> "认领申请人（尚无账号）";
			case "unknown" -> "不存在的账号";
			default -> this.people.find(actor).map(person -> "%s（%s）".formatted(person.name(), actor)).orElse(actor);
		};
	}

	private State state() {
		long waiting = this.chain.waiting();
		return this.chain.latestVerification()
			.map(found -> new State(true, found.passed(), text(found), ChineseDates.minute(found.verifiedAt()),
					name(found.verifiedBy()), waiting))
			.orElseGet(() -> new State(false, true, "尚未校验", "", "", waiting));
	}

	private static String text(Verification found) {
		return found.passed() ? "校验通过，共 %d 条".formatted(found.count())
				: "第 %d 条异常：%s".formatted(found.faultPosition(), found.fault().label());
	}

}
