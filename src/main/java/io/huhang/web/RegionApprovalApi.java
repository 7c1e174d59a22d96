package io.huhang.web;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.approval.Way;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.region.RegionApproval;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionRevisions;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind approveRegionApplication.html: who approves decides, the officer records paper.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-approval")
class RegionApprovalApi {

	private final Access access;

	private final RegionFacts facts;

	private final RegionApprovals approvals;

	private final RegionRevisions revisions;

	private final Drafts drafts;

	RegionApprovalApi(Access access, RegionFacts facts, RegionApprovals approvals, RegionRevisions revisions,
			Drafts drafts) {
		this.access = access;
		this.facts = facts;
		this.approvals = approvals;
		this.revisions = revisions;
		this.drafts = drafts;
	}

	/** What the form shows when it opens. */
	record Sheet(@JsonUnwrapped RegionFacts.Facts facts, Way way, String print, List<String> signers, String earliest,
			FileView scan, int version, RegionApproval approval) {
	}

	/** The decision as typed, over the version that the form was loaded with. */
	record RegionApprovalSave(int version, RegionApproval approval) {

		RegionApprovalSave {
			Objects.requireNonNull(approval);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		Way way = Way.of(person.role());
		return new Sheet(this.facts.of(number), way, "/regions/" + number + "/signing-sheet",
				this.approvals.signers(number), ChineseDates.day(this.approvals.earliest(number)),
				this.approvals.scan(number).map(FileView::of).orElse(null),
				this.drafts.find(number, form(number, way)).map(Draft::version).orElse(0),
				this.approvals.draft(number, way));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody RegionApprovalSave save, Person person) {
		String number = number(taskId, person);
		String form = form(number, Way.of(person.role()));
		return SavedDraft.of(this.drafts.save(number, form, save.version(), save.approval(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.approvals.check(number(taskId, person), person);
	}

	private String form(String number, Way way) {
		return RegionApprovals.form(this.revisions.newest(number), way);
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionApprovals.FORM).number();
	}

}
