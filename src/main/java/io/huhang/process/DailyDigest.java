package io.huhang.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.Authorities;
import io.huhang.process.OpenTasks.OpenTask;
import io.huhang.recommendation.ClosingDates;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the contacts of the notice (三) read each morning of the last two weeks: how much
 * is unfinished with whom.
 */
@Component
class DailyDigest {

	private static final String CONTACTS = "申报咨询联系人";

	private final OpenTasks tasks;

	private final Authorities authorities;

	private final ClosingDates closingDates;

	private final Reminders reminders;

	private final Letters letters;

	private final Campaign campaign;

	private final Site site;

	private final Clock clock;

	DailyDigest(OpenTasks tasks, Authorities authorities, ClosingDates closingDates, Reminders reminders,
			Letters letters, Campaign campaign, Site site, Clock clock) {
		this.tasks = tasks;
		this.authorities = authorities;
		this.closingDates = closingDates;
		this.reminders = reminders;
		this.letters = letters;
		this.campaign = campaign;
		this.site = site;
		this.clock = clock;
	}

	/** One authority with what is open there, public for the letter's template. */
	public record Line(String authority, String open) {
	}

	/** Writes today's digest, if the deadline is near enough. */
	@Transactional
	public void write() {
		Instant closing = this.closingDates.ofRecommendations();
		Instant now = this.clock.instant();
		if (closing.isAfter(now) && !closing.minus(Duration.ofDays(this.campaign.digestDays())).isAfter(now)) {
			List<OpenTask> open = this.tasks.all();
			this.letters.write("daily-digest", this.campaign.id(), LocalDate.now(this.clock).toString(),
					this.campaign.mailbox(), CONTACTS,
					Map.of("today", ChineseDates.day(LocalDate.now(this.clock)), "left", this.reminders.left(closing),
							"deadline", closing, "count", open.size(), "lines", lines(open), "link",
							this.site.link("/cases")),
					List.of());
		}
	}

	private List<Line> lines(List<OpenTask> open) {
		return open.stream()
			.collect(Collectors.groupingBy(OpenTask::authority, TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map(entry -> new Line(this.authorities.get(entry.getKey()).name(), counts(entry.getValue())))
			.toList();
	}

	private static String counts(List<OpenTask> tasks) {
		return tasks.stream()
			.collect(Collectors.groupingBy(OpenTask::label, TreeMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.map(entry -> entry.getKey() + entry.getValue() + "项")
			.collect(Collectors.joining("，"));
	}

}
