package io.huhang.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.mail.Letters;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Flags a year whose table of working days is missing (the State Council publishes it
 * each November): on the coordinators' page, and once a year by letter to each of them.
 */
@Component
public class CalendarWatch {

	/** How far limits in working days reach. */
	private static final int REACH_DAYS = 60;

	private final WorkingCalendar calendar;

	private final CampaignDates dates;

	private final People people;

	private final Letters letters;

	private final Clock clock;

	CalendarWatch(WorkingCalendar calendar, CampaignDates dates, People people, Letters letters, Clock clock) {
		this.calendar = calendar;
		this.dates = dates;
		this.people = people;
		this.letters = letters;
		this.clock = clock;
	}

	/**
	 * The years without a table that today's limits or those of the campaign reach, or
	 * that a date has been counted through.
	 */
	public List<Integer> yearsWithoutTable() {
		LocalDate today = LocalDate.now(this.clock);
		SortedSet<Integer> years = this.calendar.unknownYears(today, today.plusDays(REACH_DAYS));
		LocalDate deadline = LocalDate.ofInstant(this.dates.deadline(), Campaign.ZONE);
		years.addAll(this.calendar.unknownYears(deadline, deadline.plusDays(REACH_DAYS)));
		years.addAll(this.calendar.guessedYears());
		return List.copyOf(years);
	}

	/** Writes to the coordinators; the letter's key keeps it the only one of its year. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	@Transactional
	void tell() {
		for (int year : yearsWithoutTable()) {
			for (Person coordinator : this.people.with(Role.COORDINATOR, "")) {
				this.letters.write("calendar-missing", "calendar-" + year, "missing", coordinator.email(),
						coordinator.name(), Map.of("year", Integer.toString(year)), List.of());
			}
		}
	}

}
