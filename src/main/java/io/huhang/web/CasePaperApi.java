package io.huhang.web;

import java.util.List;
import java.util.Objects;

import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.paper.PageFound;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.PaperRegistration;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind registerCasePaper.html: the ministry's officer counts the paper of a list. */
@RestController
@RequestMapping("/api/tasks/{taskId}/case-paper")
class CasePaperApi {

	private final Access access;

	private final PaperRegistration registration;

	private final CasePaperSheets sheets;

	private final Drafts drafts;

	CasePaperApi(Access access, PaperRegistration registration, CasePaperSheets sheets, Drafts drafts) {
		this.access = access;
		this.registration = registration;
		this.sheets = sheets;
		this.drafts = drafts;
	}

	/** What was counted, over the version that the form was loaded with. */
	record PaperSave(int version, ListPaper paper) {

		PaperSave {
			Objects.requireNonNull(paper);
		}

	}

	@GetMapping
	CasePaperSheets.Sheet open(@PathVariable String taskId, Person person) {
		return this.sheets.of(number(taskId, person), person);
	}

	@PutMapping("/draft")
	PaperSheets.Saved save(@PathVariable String taskId, @RequestBody PaperSave save, Person person) {
		String number = number(taskId, person);
		Draft draft = this.drafts.save(number, this.registration.form(number), save.version(), save.paper(),
				person.id());
		return PaperSheets.Saved.of(draft, this.registration.missing(number, save.paper()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.registration.check(number(taskId, person));
	}

	/** What a page in hand belongs to, and whether it is of the recommended revision. */
	@PostMapping("/page")
	PageFound read(@PathVariable String taskId, @RequestBody PaperSheets.PageText page, Person person) {
		return this.registration.read(number(taskId, person), page.text());
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, PaperRegistration.FORM).number();
	}

}
