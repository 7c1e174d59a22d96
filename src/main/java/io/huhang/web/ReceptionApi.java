package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Arrivals;
import io.huhang.evaluation.Arrivals.Arrival;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.ReceptionClosing;
import io.huhang.evaluation.Subject;
import io.huhang.organization.Person;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind closeReception.html: what has arrived, what is missing, and closing. */
@RestController
@RequestMapping("/api/tasks/{taskId}/reception")
class ReceptionApi {

	private final Access access;

	private final Arrivals arrivals;

	private final Reception reception;

	private final Drafts drafts;

	private final Campaign campaign;

	ReceptionApi(Access access, Arrivals arrivals, Reception reception, Drafts drafts, Campaign campaign) {
		this.access = access;
		this.arrivals = arrivals;
		this.reception = reception;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/** One list or region application that was sent. */
	record Row(String number, String sender, int subjects, String missing, String link) {
	}

	/** What the form shows when it opens. */
	record Sheet(List<Row> arrivals, int caseCount, int regionCount, int version, String savedAt,
			ReceptionClosing closing) {
	}

	/** What is typed, over the version that the form was loaded with. */
	record ReceptionSave(int version, ReceptionClosing closing) {

		ReceptionSave {
			Objects.requireNonNull(closing);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		require(taskId, person);
		List<Arrival> all = this.arrivals.all();
		List<String> complete = all.stream()
			.filter(Arrival::isComplete)
			.flatMap(arrival -> arrival.subjects().stream())
			.toList();
		int regions = (int) complete.stream().filter(Subject::isRegion).count();
		Optional<Draft> draft = this.drafts.find(this.campaign.id(), Reception.FORM);
		return new Sheet(all.stream().map(ReceptionApi::row).toList(), complete.size() - regions, regions,
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.reception.draft());
	}

	private static Row row(Arrival arrival) {
		return new Row(arrival.source(), arrival.sender(), arrival.subjects().size(), arrival.missing(),
				(Subject.isRegion(arrival.source()) ? "/regions/" : "/recommendations/") + arrival.source());
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ReceptionSave save, Person person) {
		require(taskId, person);
		return SavedDraft
			.of(this.drafts.save(this.campaign.id(), Reception.FORM, save.version(), save.closing(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		require(taskId, person);
		return this.reception.check();
	}

	private void require(String taskId, Person person) {
		this.access.task(taskId, person, Reception.FORM);
	}

}
