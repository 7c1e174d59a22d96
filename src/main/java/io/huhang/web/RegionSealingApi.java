package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.PaperScans;
import io.huhang.organization.Person;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.RegionEnclosures;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDossier;
import io.huhang.region.RegionElectronicSet;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSealing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind sealRegionApplication.html. */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-sealing")
class RegionSealingApi {

	private final Access access;

	private final RegionFacts facts;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDispatches dispatches;

	private final RegionElectronicSet set;

	private final PaperScans scans;

	private final RegionDossier dossier;

	private final RegionEnclosures enclosures;

	private final Drafts drafts;

	private final Campaign campaign;

	RegionSealingApi(Access access, RegionFacts facts, RegionApplications applications, RegionRevisions revisions,
			RegionDispatches dispatches, RegionElectronicSet set, PaperScans scans, RegionDossier dossier,
			RegionEnclosures enclosures, Drafts drafts, Campaign campaign) {
		this.access = access;
		this.facts = facts;
		this.applications = applications;
		this.revisions = revisions;
		this.dispatches = dispatches;
		this.set = set;
		this.scans = scans;
		this.dossier = dossier;
		this.enclosures = enclosures;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param listNumber the recommendation that it could go along with, or empty
	 */
	record Sheet(@JsonUnwrapped RegionFacts.Facts facts, int copies, String address, String listNumber,
			List<FileView> documents, FileView scan, List<PaperScans.Line> scans, int version, RegionSealing sealing) {
	}

	/** Ticks and dispatch as typed, over the version that the form was loaded with. */
	record RegionSealingSave(int version, RegionSealing sealing) {

		RegionSealingSave {
			Objects.requireNonNull(sealing);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		int revision = this.revisions.newest(number);
		return new Sheet(this.facts.of(number), this.campaign.paperCopies(),
				this.campaign.address() + "，" + this.campaign.postcode(), list(number).orElse(""),
				this.dossier.of(number, revision).stream().map(FileView::of).toList(),
				this.set.scan(number).map(FileView::of).orElse(null), this.scans.lines(this.set, number),
				this.drafts.find(number, RegionDispatches.form(revision)).map(Draft::version).orElse(0),
				this.dispatches.sealing(number));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody RegionSealingSave save, Person person) {
		String number = number(taskId, person);
		String form = RegionDispatches.form(this.revisions.newest(number));
		return SavedDraft.of(this.drafts.save(number, form, save.version(), save.sealing(), person.id()));
	}

	/** What the scan says, asked after each upload. */
	@GetMapping("/scans")
	List<PaperScans.Line> scans(@PathVariable String taskId, Person person) {
		return this.scans.lines(this.set, number(taskId, person));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return this.dispatches.check(number, list(number));
	}

	private Optional<String> list(String number) {
		return this.enclosures.list(this.applications.get(number)).map(Recommendation::number);
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionDispatches.FORM).number();
	}

}
