package io.huhang.web;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.approval.PartnerOpinion;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.region.RegionConsents;
import io.huhang.region.RegionRevisions;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind consentRegionApplication.html: 会签 of a joint region application (C14). */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-consent")
class RegionConsentApi {

	private final Access access;

	private final RegionFacts facts;

	private final RegionConsents consents;

	private final RegionRevisions revisions;

	private final Drafts drafts;

	RegionConsentApi(Access access, RegionFacts facts, RegionConsents consents, RegionRevisions revisions,
			Drafts drafts) {
		this.access = access;
		this.facts = facts;
		this.consents = consents;
		this.revisions = revisions;
		this.drafts = drafts;
	}

	/** What the form shows when it opens. */
	record Sheet(@JsonUnwrapped RegionFacts.Facts facts, int version, PartnerOpinion opinion) {
	}

	/** The opinion as typed, over the version that the form was loaded with. */
	record RegionOpinionSave(int version, PartnerOpinion opinion) {

		RegionOpinionSave {
			Objects.requireNonNull(opinion);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return new Sheet(this.facts.of(number), this.drafts.find(number, form(number)).map(Draft::version).orElse(0),
				this.consents.draft(number));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody RegionOpinionSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, form(number), save.version(), save.opinion(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.consents.check(number(taskId, person), person);
	}

	private String form(String number) {
		return RegionConsents.form(this.revisions.newest(number));
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionConsents.FORM).number();
	}

}
