package io.huhang.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.huhang.attachment.Attachments;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.evaluation.Arrivals.Arrival;
import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.FormalitySheets;
import io.huhang.evaluation.LateAcceptance;
import io.huhang.evaluation.LateAcceptances;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.Subject;
import io.huhang.evaluation.Subject.State;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.SelectionDesk;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 评审一览: the ministry's side sees what takes part and where it stands, the bureau proposes
 * 逾期接收 and decides on 恢复 (通知二（四）).
 */
@Controller
class EvaluationPages {

	private static final int PAGE_SIZE = 50;

	private static final Role[] READERS = { Role.MIIT_OFFICER, Role.MIIT_HEAD, Role.MIIT_LEADER, Role.COORDINATOR,
			Role.AUDITOR };

	private final Subjects subjects;

	private final SubjectFacts facts;

	private final Reception reception;

	private final LateAcceptances acceptances;

	private final Formalities formalities;

	private final FormalitySheets sheets;

	private final FormalityLines lines;

	private final SelectionDesk desk;

	private final Attachments attachments;

	private final People people;

	EvaluationPages(Subjects subjects, SubjectFacts facts, Reception reception, LateAcceptances acceptances,
			Formalities formalities, FormalitySheets sheets, FormalityLines lines, SelectionDesk desk,
			Attachments attachments, People people) {
		this.subjects = subjects;
		this.facts = facts;
		this.reception = reception;
		this.acceptances = acceptances;
		this.formalities = formalities;
		this.sheets = sheets;
		this.lines = lines;
		this.desk = desk;
		this.attachments = attachments;
		this.people = people;
	}

	/** One that takes part, as the table shows it. */
	record Row(SubjectFacts.Facts facts, String state, int round) {
	}

	/** One 逾期接收 as the page shows it. */
	record LateLine(String source, String reason, String state, String who, String answer) {
	}

	@GetMapping("/evaluations")
	String all(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page, Model model,
			Person person) {
		Access.require(person, READERS);
		return show(state, page, "", "", FieldProblems.NONE, model, person);
	}

	@PostMapping("/evaluations/late")
	String proposeLate(@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String reason,
			Model model, Person person, HttpServletResponse response) {
		Access.require(person, Role.MIIT_OFFICER);
		try {
			this.desk.proposeLate(source, reason, person.id());
			return "redirect:/evaluations";
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show("", 1, source, reason, new FieldProblems(ex.problems()), model, person);
		}
	}

	private String show(String state, int asked, String source, String reason, FieldProblems problems, Model model,
			Person person) {
		List<Subject> all = this.subjects.all();
		Map<State, Long> counts = new EnumMap<>(State.class);
		all.forEach(subject -> counts.merge(subject.state(), 1L, Long::sum));
		model.addAttribute("closedAt", this.reception.closedAt().map(ChineseDates::minute).orElse(""));
		model.addAttribute("counts", counts);
		model.addAttribute("total", all.size());
		model.addAttribute("state", state);
		List<Subject> chosen = all.stream()
			.filter(subject -> state.isEmpty() || subject.state().name().equals(state))
			.toList();
		int pages = Math.max(1, (chosen.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(Math.max(1, asked), pages);
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("rows",
				chosen.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, chosen.size()))
					.stream()
					.map(subject -> new Row(this.facts.of(subject.number()), subject.state().label(), subject.round()))
					.toList());
		model.addAttribute("late", this.acceptances.all().stream().map(this::line).toList());
		List<Arrival> candidates = (person.role() == Role.MIIT_OFFICER) ? this.acceptances.candidates() : List.of();
		model.addAttribute("candidates", candidates);
		model.addAttribute("source", source);
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		return "evaluations";
	}

	private LateLine line(LateAcceptance one) {
		String state = one.isOpen() ? "待处长决定" : one.decision().equals("PASS") ? "同意接收" : "不予接收";
		String who = "提出：%s　%s".formatted(name(one.proposedBy()), ChineseDates.minute(one.proposedAt()))
				+ one.decidedAt()
					.map(at -> "；决定：%s　%s".formatted(name(one.decidedBy()), ChineseDates.minute(at)))
					.orElse("");
		return new LateLine(one.source(), one.reason(), state, who, one.answer());
	}

	@GetMapping("/evaluations/{number}")
	String one(@PathVariable String number, Model model, Person person) {
		Access.require(person, READERS);
		return show(subject(number), "", FieldProblems.NONE, model, person);
	}

	@PostMapping("/evaluations/{number}/reinstatement")
	String reinstate(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model,
			Person person, HttpServletResponse response) {
		Access.require(person, Role.MIIT_HEAD);
		Subject subject = subject(number);
		try {
			this.desk.reinstate(number, reason, person.id());
			return "redirect:/evaluations/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show(subject, reason, new FieldProblems(ex.problems()), model, person);
		}
	}

	private String show(Subject subject, String reason, FieldProblems problems, Model model, Person person) {
		model.addAttribute("facts", this.facts.of(subject.number()));
		model.addAttribute("subject", subject);
		model.addAttribute("checks", this.sheets.of(subject));
		model.addAttribute("notes", this.formalities.notes(subject.number()));
		model.addAttribute("trail", this.lines.of(this.formalities.of(subject.number()), person));
		model.addAttribute("files",
				this.attachments.of(subject.number(), Formalities.slot(subject)).stream().map(FileView::of).toList());
		model.addAttribute("mayReinstate",
				person.role() == Role.MIIT_HEAD && subject.state() == State.REFUSED && this.subjects.unsettled() > 0);
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		return "evaluation";
	}

	private Subject subject(String number) {
		return this.subjects.find(number).orElseThrow(MissingException::new);
	}

	private String name(String id) {
		return this.people.find(id).map(Person::name).orElse(id);
	}

}
