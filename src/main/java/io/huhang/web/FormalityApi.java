package io.huhang.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;
import io.huhang.evaluation.FormalityCall;
import io.huhang.evaluation.FormalityLine;
import io.huhang.evaluation.FormalitySheets;
import io.huhang.evaluation.Subject;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.Person;
import io.huhang.process.Tasks.WorkItem;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind the four forms of 形式审查: each shows the same sheet and asks its own question. */
@RestController
@RequestMapping("/api/tasks/{taskId}/formality")
class FormalityApi {

	private static final String[] FORMS = { Step.PREPARE.form(), Step.CHECK.form(), Step.CORRECT.form(),
			Step.CONFIRM.form() };

	private final Access access;

	private final Subjects subjects;

	private final SubjectFacts facts;

	private final FormalitySheets sheets;

	private final Formalities formalities;

	private final FormalityLines lines;

	private final FormalityCall call;

	private final Attachments attachments;

	private final Drafts drafts;

	FormalityApi(Access access, Subjects subjects, SubjectFacts facts, FormalitySheets sheets, Formalities formalities,
			FormalityLines lines, FormalityCall call, Attachments attachments, Drafts drafts) {
		this.access = access;
		this.subjects = subjects;
		this.facts = facts;
		this.sheets = sheets;
		this.formalities = formalities;
		this.lines = lines;
		this.call = call;
		this.attachments = attachments;
		this.drafts = drafts;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param checks the sheet that the system fills in; empty for who only answers
	 * @param notes what the coordinator has noted at its lines
	 * @param corrected whether a 补正 was asked for already
	 * @param due until when a 补正 has to come; empty elsewhere
	 */
	record Sheet(@JsonUnwrapped SubjectFacts.Facts facts, List<FormalityLine> checks, Map<String, String> notes,
			List<FormalityLines.Line> trail, List<FormalityCall.Refusal> refusals, boolean corrected, String due,
			List<FileView> files, int version, String savedAt, Opinion opinion) {
	}

	/** The opinion as typed, over the version that the form was loaded with. */
	record FormalitySave(int version, Opinion opinion) {

		FormalitySave {
			Objects.requireNonNull(opinion);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		String number = item.number();
		Step step = Step.of(item.form());
		Subject subject = this.subjects.get(number);
		boolean answers = step == Step.CORRECT;
		Optional<Draft> draft = this.drafts.find(number, this.formalities.form(number, step));
		return new Sheet(this.facts.of(number), answers ? List.of() : this.sheets.of(subject),
				answers ? Map.of() : this.formalities.notes(number), this.lines.of(this.formalities.of(number), person),
				this.call.refusals(), this.formalities.isCorrected(number),
				answers ? ChineseDates.deadline(this.formalities.correctionDue(number)) : "",
				this.attachments.of(number, Formalities.slot(subject)).stream().map(FileView::of).toList(),
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""),
				this.formalities.draft(number, step));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody FormalitySave save, Person person) {
		WorkItem item = item(taskId, person);
		String form = this.formalities.form(item.number(), Step.of(item.form()));
		return SavedDraft.of(this.drafts.save(item.number(), form, save.version(), save.opinion(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		return this.formalities.check(item.number(), Step.of(item.form()));
	}

	private WorkItem item(String taskId, Person person) {
		return this.access.task(taskId, person, FORMS);
	}

}
