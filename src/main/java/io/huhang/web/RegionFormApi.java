package io.huhang.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.FileLimits;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.ClosingDates;
import io.huhang.region.ListKind;
import io.huhang.region.NameLists;
import io.huhang.region.RegionCall;
import io.huhang.region.RegionDecisions;
import io.huhang.region.RegionDesk;
import io.huhang.region.RegionField;
import io.huhang.region.RegionForm;
import io.huhang.region.RegionReviews;
import io.huhang.region.RegionRevisions;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind fillRegionApplication.html. */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-form")
class RegionFormApi {

	private static final String CONFIRMATIONS = "confirmations";

	private final Access access;

	private final RegionDesk desk;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final NameLists lists;

	private final RegionCall call;

	private final RegionReviews reviews;

	private final Campaign campaign;

	private final Drafts drafts;

	private final Attachments attachments;

	private final ClosingDates closingDates;

	private final DraftEditors editors;

	private final FileLimits limits;

	RegionFormApi(Access access, RegionDesk desk, RegionRevisions revisions, RegionDecisions decisions, NameLists lists,
			RegionCall call, RegionReviews reviews, Campaign campaign, Drafts drafts, Attachments attachments,
			ClosingDates closingDates, DraftEditors editors, FileLimits limits) {
		this.access = access;
		this.desk = desk;
		this.revisions = revisions;
		this.decisions = decisions;
		this.lists = lists;
		this.call = call;
		this.reviews = reviews;
		this.campaign = campaign;
		this.drafts = drafts;
		this.attachments = attachments;
		this.closingDates = closingDates;
		this.editors = editors;
		this.limits = limits;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param form every field of this application with its text, in the order of the
	 * annex
	 */
	record Sheet(String number, List<String> unitNames, String deadline, long daysLeft, long millisLeft, int year,
			int revision, int version, String savedAt, String savedBy, String holder, Map<String, String> form,
			List<RegionField> fields, String direction, List<RegionCall.Direction> directions,
			List<RegionCall.Area> areas, List<RegionCall.Question> questions, List<RegionCall.Block> blocks,
			List<RegionCall.Section> sections, List<ListView> lists, List<FileView> measures, List<FileView> evidence,
			String maxFile, String maxCase, String returnedReason) {
	}

	/** A 附名单 and how many rows it has so far. */
	record ListView(ListKind kind, int rows) {
	}

	/** A draft as typed, over the version that the form was loaded with. */
	record DraftSave(int version, RegionForm form) {

		DraftSave {
			Objects.requireNonNull(form);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		RegionForm form = this.desk.draft(number);
		RegionCall.Direction direction = this.call.direction(form.direction()).orElseThrow();
		Optional<Draft> draft = this.drafts.find(number, RegionDesk.FORM);
		Instant closing = this.reviews.closing(number);
		return new Sheet(number, form.unitNames(), ChineseDates.deadline(closing), this.closingDates.daysLeft(closing),
				this.closingDates.millisLeft(closing), this.campaign.activityYear(), this.revisions.newest(number) + 1,
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person), "",
				texts(number, form), this.desk.fields(number), direction.code(), this.call.directions(),
				this.call.areas().stream().filter(area -> direction.parts().contains(area.part())).toList(),
				this.call.questions(), this.call.blocks(), this.call.sections(), lists(number),
				files(number, RegionDesk.PROOF), files(number, RegionDesk.EVIDENCE), this.limits.file(),
				this.limits.all(), returnedReason(number));
	}

	private String returnedReason(String number) {
		return this.decisions.returning(number)
			.map(decision -> "%s：%s".formatted(decision.step().label(), decision.verdict().reason()))
			.orElse("");
	}

	private Map<String, String> texts(String number, RegionForm form) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.desk.fields(number)
			.stream()
			.filter(field -> field.kind() != RegionField.Kind.BESIDE)
			.forEach(field -> texts.put(field.key(), form.at(field.key())));
		texts.put(CONFIRMATIONS, form.at(CONFIRMATIONS));
		return texts;
	}

	private List<ListView> lists(String number) {
		return this.desk.lists(number)
			.stream()
			.map(kind -> new ListView(kind, this.lists.find(number, kind).list().size()))
			.toList();
	}

	private List<FileView> files(String number, String slot) {
		return this.attachments.of(number, slot).stream().map(FileView::of).toList();
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody DraftSave save, Person person) {
		return SavedDraft
			.of(this.drafts.save(number(taskId, person), RegionDesk.FORM, save.version(), save.form(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.revisions.check(number(taskId, person));
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionDesk.FORM).number();
	}

}
