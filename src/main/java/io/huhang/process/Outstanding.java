package io.huhang.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.huhang.application.CaseApplications;
import io.huhang.campaign.CampaignCourse.Round;
import io.huhang.campaign.Reminders;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.OpenTasks.OpenTask;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.Recommendations;

import org.springframework.stereotype.Component;

/** Who has what left to do when a rung of the ladder falls due (通知二（三）). */
@Component
class Outstanding {

	private final OpenTasks tasks;

	private final Reminders reminders;

	private final ClosingDates closingDates;

	private final CaseApplications cases;

	private final Recommendations recommendations;

	private final People people;

	private final Levels levels;

	Outstanding(OpenTasks tasks, Reminders reminders, ClosingDates closingDates, CaseApplications cases,
			Recommendations recommendations, People people, Levels levels) {
		this.tasks = tasks;
		this.reminders = reminders;
		this.closingDates = closingDates;
		this.cases = cases;
		this.recommendations = recommendations;
		this.people = people;
		this.levels = levels;
	}

	/**
	 * One thing that one person is reminded of.
	 *
	 * @param what what is left to do, in the reader's own words
	 * @param task the open task; empty for a list that nobody has started
	 * @param rung how long before the closing date it fell due
	 */
	record Item(Person reader, String what, Optional<OpenTask> task, Instant closing, Duration rung) {
	}

	/** What everybody has left of which a rung fell due in this round, by address. */
	SortedMap<String, List<Item>> due(Round round) {
		SortedMap<String, List<Item>> items = new TreeMap<>();
		Map<String, List<Person>> groups = new HashMap<>();
		Stream.concat(ofTasks(round, groups), ofUnstarted(round))
			.forEach(item -> items.computeIfAbsent(item.reader().email(), email -> new ArrayList<>()).add(item));
		return items;
	}

	private Stream<Item> ofTasks(Round round, Map<String, List<Person>> groups) {
		return this.tasks.all()
			.stream()
			.flatMap(task -> Waiting.at(task.step()).stream().flatMap(waiting -> ofTask(task, waiting, round, groups)));
	}

	private Stream<Item> ofTask(OpenTask task, Waiting waiting, Round round, Map<String, List<Person>> groups) {
		Instant closing = task.closing().orElseGet(this.closingDates::ofRecommendations);
		return this.reminders.fallen(closing, round.after(), round.until()).stream().flatMap(rung -> {
			List<Person> workers = workers(task, waiting, groups);
			Stream<Person> officers = waiting.officers().isEmpty() ? Stream.of()
					: members(officers(task), groups).stream().filter(officer -> !workers.contains(officer));
			return Stream.concat(
					workers.stream().map(reader -> new Item(reader, waiting.own(), Optional.of(task), closing, rung)),
					officers.map(reader -> new Item(reader, waiting.officers(), Optional.of(task), closing, rung)));
		});
	}

	// Whoever has the task; else everyone who may take it. Officers are offered an
	// approval only to record what was signed on paper: they wait for it.
	private List<Person> workers(OpenTask task, Waiting waiting, Map<String, List<Person>> groups) {
		Optional<Person> assignee = task.assignee().isEmpty() ? Optional.empty() : this.people.find(task.assignee());
		if (assignee.isPresent()) {
			return List.of(assignee.get());
		}
		return task.groups()
			.stream()
			.filter(group -> waiting.officers().isEmpty() || !group.equals(officers(task)))
			.flatMap(group -> members(group, groups).stream())
			.distinct()
			.toList();
	}

	private List<Person> members(String group, Map<String, List<Person>> groups) {
		return groups.computeIfAbsent(group, this.people::inGroup);
	}

	private static String officers(OpenTask task) {
		return task.authority() + "-officer";
	}

	// An authority that has cases and no list yet.
	private Stream<Item> ofUnstarted(Round round) {
		Instant closing = this.closingDates.ofRecommendations();
		List<String> started = this.recommendations.all()
			.stream()
			.flatMap(recommendation -> recommendation.authorities().stream())
			.toList();
		return this.reminders.fallen(closing, round.after(), round.until())
			.stream()
			.flatMap(rung -> this.cases.authorities()
				.stream()
				.filter(authority -> !started.contains(authority))
				.flatMap(this::reminded)
				.map(reader -> new Item(reader, "推荐名单尚未启动", Optional.empty(), closing, rung)));
	}

	private Stream<Person> reminded(String authority) {
		List<Role> roles = this.levels.of(authority).reminded();
		return roles.stream().flatMap(role -> this.people.with(role, authority).stream());
	}

}
