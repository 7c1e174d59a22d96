package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicCorrection;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.electronic.ElectronicDifference;
import io.huhang.electronic.ElectronicSet;
import io.huhang.electronic.PaperScans;
import io.huhang.electronic.SealedPaper;
import io.huhang.organization.Person;
import io.huhang.recommendation.ElectronicReception;
import io.huhang.region.RegionElectronicReception;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind correctElectronicSet.html and correctRegionElectronicSet.html: the authority
 * corrects what was found to differ.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/electronic-correction")
class ElectronicCorrectionApi {

	private final Access access;

	private final ElectronicSets sets;

	private final ElectronicCorrections corrections;

	private final PaperScans scans;

	private final ElectronicLines lines;

	private final DraftEditors editors;

	private final Drafts drafts;

	ElectronicCorrectionApi(Access access, ElectronicSets sets, ElectronicCorrections corrections, PaperScans scans,
			ElectronicLines lines, DraftEditors editors, Drafts drafts) {
		this.access = access;
		this.sets = sets;
		this.corrections = corrections;
		this.scans = scans;
		this.lines = lines;
		this.editors = editors;
		this.drafts = drafts;
	}

	/** What the form shows when it opens. */
	record Sheet(@JsonUnwrapped ElectronicSets.Head head, String deadline, ElectronicLines.Line asked, List<Row> rows,
			List<PaperScans.Line> scans, int version, String savedAt, String savedBy, ElectronicCorrection correction) {
	}

	/**
	 * One paper whose scan may be replaced.
	 *
	 * @param difference what was found to differ in it, or empty
	 */
	record Row(String field, String title, String difference, FileView scan) {
	}

	/** What is typed, over the version that the form was loaded with. */
	record CorrectionSave(int version, ElectronicCorrection correction) {

		CorrectionSave {
			Objects.requireNonNull(correction);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		Optional<Draft> draft = this.drafts.find(number, this.corrections.form(number));
		Check check = this.corrections.asked(number);
		ElectronicLines.Line asked = this.lines.line(check);
		ElectronicSet set = this.sets.of(number);
		return new Sheet(this.sets.head(number), asked.deadline(), asked,
				set.papers(number).stream().map(paper -> row(paper, check)).toList(), this.scans.lines(set, number),
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person),
				this.corrections.draft(number));
	}

	private static Row row(SealedPaper paper, Check check) {
		return new Row(paper.field(), paper.called(),
				check.difference(paper.key()).map(ElectronicDifference::remark).orElse(""),
				paper.scan().map(FileView::of).orElse(null));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody CorrectionSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, this.corrections.form(number), save.version(), save.correction(),
				person.id()));
	}

	/** What each scan says, asked after each upload. */
	@GetMapping("/scans")
	List<PaperScans.Line> scans(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return this.scans.lines(this.sets.of(number), number);
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return this.corrections.check(this.sets.of(number), number);
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, ElectronicReception.CORRECTION, RegionElectronicReception.CORRECTION)
			.number();
	}

}
