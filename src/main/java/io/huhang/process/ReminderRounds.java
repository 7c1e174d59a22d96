package io.huhang.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignCourse;
import io.huhang.campaign.CampaignCourse.Round;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.Role;
import io.huhang.process.OpenTasks.OpenTask;
import io.huhang.process.Outstanding.Item;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One letter per person and rung of the ladder, saying everything that person has left
 * (通知二（三）). Written some at a time, so that no transaction outlives its job.
 */
@Component
class ReminderRounds {

	static final int AT_ONCE = 100;

	private static final int LINES = 50;

	private static final String CORRECTED = "补正材料尚未提交";

	private final CampaignCourse course;

	private final Outstanding outstanding;

	private final DraftGaps gaps;

	private final Letters letters;

	private final Reminders reminders;

	private final Campaign campaign;

	private final Site site;

	ReminderRounds(CampaignCourse course, Outstanding outstanding, DraftGaps gaps, Letters letters, Reminders reminders,
			Campaign campaign, Site site) {
		this.course = course;
		this.outstanding = outstanding;
		this.gaps = gaps;
		this.letters = letters;
		this.reminders = reminders;
		this.campaign = campaign;
		this.site = site;
	}

	/**
	 * A line of the letter, public for its template.
	 *
	 * @param subject number and titles of what it is about; empty for a list that nobody
	 * has started
	 */
	public record Line(String what, String subject, String deadline, List<String> gaps) {
	}

	/** Writes the next letters of the round. */
	@Transactional
	public void write() {
		Round round = this.course.round();
		SortedMap<String, List<Item>> due = this.outstanding.due(round).tailMap(round.last() + "\0");
		List<String> addresses = due.keySet().stream().limit(AT_ONCE).toList();
		addresses.forEach(address -> write(due.get(address)));
		if (addresses.size() < due.size()) {
			this.course.advance(addresses.get(AT_ONCE - 1));
		}
		else {
			this.course.endRound();
		}
	}

	private void write(List<Item> items) {
		List<Item> sorted = items.stream().sorted(Comparator.comparing(Item::closing)).toList();
		Item nearest = sorted.get(0);
		Map<String, Object> model = new HashMap<>();
		model.put("left", this.reminders.left(nearest.closing()));
		model.put("deadline", nearest.closing());
		model.put("count", items.size());
		model.put("lines", sorted.stream().limit(LINES).map(this::line).toList());
		model.put("link", this.site.link("/"));
		this.letters.write("deadline-reminder", this.campaign.id(), step(nearest), nearest.reader().email(),
				nearest.reader().name(), model, List.of());
	}

	// The rung of that date, whichever round writes it.
	private static String step(Item nearest) {
		return ChineseDates.deadline(nearest.closing()) + "/" + Reminders.label(nearest.rung());
	}

	private Line line(Item item) {
		return new Line(item.task().filter(task -> isCorrected(task, item)).map(task -> CORRECTED).orElse(item.what()),
				item.task().map(ReminderRounds::subject).orElse(""), ChineseDates.deadline(item.closing()),
				(item.reader().role() == Role.APPLICANT) ? item.task().map(this::gaps).orElse(List.of()) : List.of());
	}

	private boolean isCorrected(OpenTask task, Item item) {
		return item.reader().role() == Role.APPLICANT && this.gaps.isReturned(task.number());
	}

	private static String subject(OpenTask task) {
		return TaskTitles.title(task.number(), task.subject());
	}

	private List<String> gaps(OpenTask task) {
		return task.step().equals("fillCaseApplication") ? this.gaps.of(task.number()) : List.of();
	}

}
