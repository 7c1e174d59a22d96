package io.huhang.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.application.Admissions;
import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseField;
import io.huhang.application.CaseForm;
import io.huhang.application.EvidenceSlot;
import io.huhang.application.EvidenceSlots;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.FileLimits;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.JointIntents;
import io.huhang.organization.Person;
import io.huhang.process.Tasks;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.Review;
import io.huhang.recommendation.Reviews;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Behind fillCaseApplication.html. */
@RestController
@RequestMapping("/api/tasks/{taskId}/case-application")
class CaseFormApi {

	private final Access access;

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Reviews reviews;

	private final CorrectionRounds rounds;

	private final ClosingDates closingDates;

	private final JointIntents intents;

	private final Campaign campaign;

	private final Tasks tasks;

	private final DraftEditors editors;

	private final ColleagueTask colleagues;

	private final EvidenceSlots slots;

	private final Admissions admissions;

	private final FileLimits limits;

	CaseFormApi(Access access, CaseApplications cases, Revisions revisions, Drafts drafts, Attachments attachments,
			Reviews reviews, CorrectionRounds rounds, ClosingDates closingDates, JointIntents intents,
			Campaign campaign, Tasks tasks, DraftEditors editors, ColleagueTask colleagues, EvidenceSlots slots,
			Admissions admissions, FileLimits limits) {
		this.access = access;
		this.cases = cases;
		this.revisions = revisions;
		this.drafts = drafts;
		this.attachments = attachments;
		this.reviews = reviews;
		this.rounds = rounds;
		this.closingDates = closingDates;
		this.intents = intents;
		this.campaign = campaign;
		this.tasks = tasks;
		this.editors = editors;
		this.colleagues = colleagues;
		this.slots = slots;
		this.admissions = admissions;
		this.limits = limits;
	}

	/** What the form shows when it opens. */
	record Sheet(String number, String authorityName, String partnerName, String deadline, long daysLeft,
			long millisLeft, int revision, int version, String savedAt, String savedBy, String holder, CaseForm form,
			List<FileView> evidence, List<Campaign.Direction> directions, List<Campaign.Category> categories,
			List<Campaign.Ownership> ownerships, int profileChars, int summaryChars, String maxFile, String maxCase,
			Map<String, String> labels, Returned returned) {
	}

	/** Why the case came back, if it did, and what must be corrected. */
	record Returned(String step, String reason, String at, List<CorrectionRounds.Asked> corrections) {
	}

	/** A draft as typed, over the version that the form was loaded with. */
	record DraftSave(int version, CaseForm form) {

		DraftSave {
			Objects.requireNonNull(form);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		CaseApplication application = application(taskId, person);
		String number = application.number();
		Optional<Draft> draft = this.drafts.find(number, Revisions.FORM);
		Instant closing = this.closingDates.of(number);
		List<String> recommenders = this.intents.recommenders(application.authority());
		return new Sheet(number, recommenders.get(0), (recommenders.size() > 1) ? recommenders.get(1) : "",
				ChineseDates.deadline(closing), this.closingDates.daysLeft(closing),
				this.closingDates.millisLeft(closing),
				this.revisions.latest(number).map(revision -> revision.revision()).orElse(0) + 1,
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person),
				this.colleagues.holder(number, person), this.revisions.draft(number),
				this.attachments.of(number, Revisions.EVIDENCE).stream().map(FileView::of).toList(),
				this.campaign.directions(), this.campaign.categories(), this.campaign.ownerships(),
				this.campaign.profileChars(), this.campaign.summaryChars(), this.limits.file(), this.limits.all(),
				CaseField.labels(), returned(number));
	}

	/** Which evidence direction, categories and level on the form ask for. */
	@GetMapping("/evidence-slots")
	List<EvidenceSlot> slots(@PathVariable String taskId, @RequestParam(defaultValue = "") String direction,
			@RequestParam(name = "category", defaultValue = "") List<String> categories,
			@RequestParam(defaultValue = "") String level, Person person) {
		String number = application(taskId, person).number();
		return this.slots.of(new EvidenceSlots.Choice(direction, categories, level), this.admissions.of(number));
	}

	@PutMapping("/draft")
	@Transactional
	SavedDraft save(@PathVariable String taskId, @RequestBody DraftSave save, Person person) {
		CaseApplication before = application(taskId, person);
		CaseForm form = save.form();
		Draft draft = this.drafts.save(before.number(), Revisions.FORM, save.version(), form, person.id());
		if (!before.caseName().equals(form.caseName()) || !before.direction().equals(form.direction())) {
			entitle(before, form);
		}
		return SavedDraft.of(draft);
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = application(taskId, person).number();
		List<Problem> problems = new ArrayList<>(this.access.submitter(number, person));
		problems.addAll(this.revisions.check(number));
		problems.addAll(this.rounds.doubts(number));
		return problems;
	}

	// Lists carry the name at once; a name too long for a list is cut there, never in the
	// draft.
	private void entitle(CaseApplication application, CaseForm form) {
		String direction = this.campaign.direction(form.direction())
			.map(Campaign.Direction::code)
			.orElse(application.direction());
		String title = form.caseName().strip();
		String caseName = title.substring(0, Math.min(title.length(), 200));
		this.cases.entitle(application.number(), caseName, direction);
		this.tasks.entitle(application.number(), caseName, application.unitName(),
				this.campaign.direction(direction).orElseThrow().name());
	}

	private CaseApplication application(String taskId, Person person) {
		WorkItem item = this.access.task(taskId, person, Revisions.FORM);
		return this.cases.get(item.number());
	}

	private Returned returned(String number) {
		return this.reviews.latest(number)
			.filter(review -> review.verdict().decision().equals(Verdict.RETURN) && review.step() != Review.Step.REVIEW)
			.map(review -> new Returned(review.step().label(), review.verdict().reason(),
					ChineseDates.minute(review.decidedAt()), this.rounds.asked(number, review.revision())))
			.orElse(null);
	}

}
