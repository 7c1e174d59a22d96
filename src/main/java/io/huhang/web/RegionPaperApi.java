package io.huhang.web;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.PageFound;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionRegistration;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind registerRegionPaper.html: the ministry's officer counts the paper of a region's
 * application.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-paper")
class RegionPaperApi {

	private final Access access;

	private final RegionApplications applications;

	private final RegionDispatches dispatches;

	private final RegionRegistration registration;

	private final RegionFacts facts;

	private final PaperSheets sheets;

	private final Drafts drafts;

	RegionPaperApi(Access access, RegionApplications applications, RegionDispatches dispatches,
			RegionRegistration registration, RegionFacts facts, PaperSheets sheets, Drafts drafts) {
		this.access = access;
		this.applications = applications;
		this.dispatches = dispatches;
		this.registration = registration;
		this.facts = facts;
		this.sheets = sheets;
		this.drafts = drafts;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param listNumber the list in whose parcel it came, or empty
	 */
	record Sheet(@JsonUnwrapped PaperSheets.Sheet common, String direction, String listNumber, CountedPaper paper) {
	}

	/** What was counted, over the version that the form was loaded with. */
	record RegionPaperSave(int version, CountedPaper paper) {

		RegionPaperSave {
			Objects.requireNonNull(paper);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		RegionApplication application = this.applications.get(number(taskId, person));
		String number = application.number();
		RegionDispatches.Dispatch dispatch = this.dispatches.find(number).orElseThrow();
		CountedPaper paper = this.registration.draft(number);
		PaperSheets.Counted counted = new PaperSheets.Counted(number, this.registration.form(number),
				application.authorities(), dispatch.parcel(), this.registration.items(number),
				this.registration.missing(number, paper));
		return new Sheet(this.sheets.of(counted, person), this.facts.direction(application), dispatch.listNumber(),
				paper);
	}

	@PutMapping("/draft")
	PaperSheets.Saved save(@PathVariable String taskId, @RequestBody RegionPaperSave save, Person person) {
		String number = number(taskId, person);
		Draft draft = this.drafts.save(number, this.registration.form(number), save.version(), save.paper(),
				person.id());
		return PaperSheets.Saved.of(draft, this.registration.missing(number, save.paper()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.registration.check(number(taskId, person));
	}

	/**
	 * What a page in hand belongs to, and whether it is of the revision that has left.
	 */
	@PostMapping("/page")
	PageFound read(@PathVariable String taskId, @RequestBody PaperSheets.PageText page, Person person) {
		return this.registration.read(number(taskId, person), page.text());
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionRegistration.FORM).number();
	}

}
