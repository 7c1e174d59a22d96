package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicComparison;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicItem;
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
 * Behind confirmElectronicSet.html and confirmRegionElectronicSet.html: the coordinator
 * compares an electronic set.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/electronic-comparison")
class ElectronicComparisonApi {

	private final Access access;

	private final ElectronicSets sets;

	private final ElectronicComparisons comparisons;

	private final ElectronicLines lines;

	private final DraftEditors editors;

	private final Drafts drafts;

	ElectronicComparisonApi(Access access, ElectronicSets sets, ElectronicComparisons comparisons,
			ElectronicLines lines, DraftEditors editors, Drafts drafts) {
		this.access = access;
		this.sets = sets;
		this.comparisons = comparisons;
		this.lines = lines;
		this.editors = editors;
		this.drafts = drafts;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param round the round that is open, counted from 1
	 * @param rounds earlier ones, the oldest first
	 */
	record Sheet(@JsonUnwrapped ElectronicSets.Head head, int round, List<ElectronicLines.Line> rounds,
			List<ElectronicItem> items, int version, String savedAt, String savedBy, ElectronicComparison comparison) {
	}

	/** What was marked, over the version that the form was loaded with. */
	record ComparisonSave(int version, ElectronicComparison comparison) {

		ComparisonSave {
			Objects.requireNonNull(comparison);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		Optional<Draft> draft = this.drafts.find(number, this.comparisons.form(number));
		return new Sheet(this.sets.head(number), this.comparisons.round(number), this.lines.of(number),
				this.comparisons.items(this.sets.of(number), number), draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person),
				this.comparisons.draft(number));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ComparisonSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, this.comparisons.form(number), save.version(), save.comparison(),
				person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return this.comparisons.check(this.sets.of(number), number);
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, ElectronicReception.COMPARISON, RegionElectronicReception.COMPARISON)
			.number();
	}

}
