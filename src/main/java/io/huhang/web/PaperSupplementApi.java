package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.region.RegionApplications;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind supplyPaper.html: the authority sends the paper that was missing, of its list or
 * of its region's application.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/paper-supplement")
class PaperSupplementApi {

	private final Access access;

	private final Recommendations recommendations;

	private final RegionApplications regions;

	private final PaperSupplements supplements;

	private final PaperRoundLines rounds;

	private final Authorities authorities;

	private final DraftEditors editors;

	private final Drafts drafts;

	private final Campaign campaign;

	PaperSupplementApi(Access access, Recommendations recommendations, RegionApplications regions,
			PaperSupplements supplements, PaperRoundLines rounds, Authorities authorities, DraftEditors editors,
			Drafts drafts, Campaign campaign) {
		this.access = access;
		this.recommendations = recommendations;
		this.regions = regions;
		this.supplements = supplements;
		this.rounds = rounds;
		this.authorities = authorities;
		this.editors = editors;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param numberLabel how people call the number
	 * @param link to the page of what the paper belongs to
	 */
	record Sheet(String number, String numberLabel, String authorityName, String link, String linkLabel,
			String deadline, String address, PaperRoundLines.Line asked, int version, String savedAt, String savedBy,
			PaperSupplement supplement) {
	}

	/** The dispatch as typed, over the version that the form was loaded with. */
	record SupplementSave(int version, PaperSupplement supplement) {

		SupplementSave {
			Objects.requireNonNull(supplement);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		Optional<Draft> draft = this.drafts.find(number, this.supplements.form(number));
		PaperRoundLines.Line asked = this.rounds.line(this.supplements.asked(number));
		Optional<Recommendation> list = this.recommendations.find(number);
		return new Sheet(number, list.isPresent() ? "推荐编号" : "申报编号",
				this.authorities.names(
						list.map(Recommendation::authorities).orElseGet(() -> this.regions.get(number).authorities())),
				(list.isPresent() ? "/recommendations/" : "/regions/") + number, list.isPresent() ? "打开推荐材料" : "打开申报材料",
				asked.deadline(), this.campaign.address() + "，" + this.campaign.postcode(), asked,
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person),
				this.supplements.draft(number));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody SupplementSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, this.supplements.form(number), save.version(), save.supplement(),
				person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.supplements.check(number(taskId, person));
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, PaperSupplements.FORM).number();
	}

}
