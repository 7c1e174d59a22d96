package io.huhang.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.Dispatches.Departure;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Receipts;
import io.huhang.recommendation.Receipts.Kind;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Reopenings;

import org.springframework.stereotype.Component;

/** 办理记录 of a list, in time, as far as a person may read it. */
@Component
class ListRecord {

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final Dispatches dispatches;

	private final Recommendations recommendations;

	private final Reopenings reopenings;

	private final ElectronicChecks checks;

	private final Receipts receipts;

	private final DecisionLines lines;

	ListRecord(RankedLists lists, ListDecisions decisions, Dispatches dispatches, Recommendations recommendations,
			Reopenings reopenings, ElectronicChecks checks, Receipts receipts, DecisionLines lines) {
		this.lists = lists;
		this.decisions = decisions;
		this.dispatches = dispatches;
		this.recommendations = recommendations;
		this.reopenings = reopenings;
		this.checks = checks;
		this.receipts = receipts;
		this.lines = lines;
	}

	private record Entry(Instant at, DecisionLines.Line line) {
	}

	/**
	 * What was decided inside the authorities is for them and, once the list has left,
	 * for an auditor; the ministry's side reads what it has to do with: that the list was
	 * late, or left, and its receipts.
	 */
	List<DecisionLines.Line> of(String number, Person person) {
		List<Entry> entries = new ArrayList<>();
		Optional<Departure> departure = this.dispatches.departure(number);
		if (person.role().isLocal() || (person.role() == Role.AUDITOR && departure.isPresent())) {
			this.lists.versions(number).forEach(list -> entries.add(new Entry(list.frozenAt(), this.lines.of(list))));
			this.decisions.of(number)
				.forEach(one -> entries.add(new Entry(one.decidedAt(), this.lines.of(one, person))));
		}
		this.reopenings.of(number).forEach(missed -> {
			entries.add(new Entry(missed.missed(), DecisionLines.missed(missed)));
			missed.decidedAt().ifPresent(at -> entries.add(new Entry(at, this.lines.of(missed, at))));
		});
		this.recommendations.givenUp(number).ifPresent(one -> entries.add(new Entry(one.at(), this.lines.of(one))));
		departure.ifPresent(left -> entries.add(new Entry(left.at(), this.lines.of(left))));
		this.checks.of(number).forEach(one -> entries.add(new Entry(one.checkedAt(), this.lines.of(one))));
		this.checks.of(number)
			.stream()
			.flatMap(one -> one.corrected().stream())
			.forEach(one -> entries.add(new Entry(one.correctedAt(), this.lines.of(one))));
		// That nothing differs is the receipt of the electronic set.
		this.receipts.of(number)
			.stream()
			.filter(one -> one.kind() == Kind.PAPER)
			.forEach(one -> entries.add(new Entry(one.receivedAt(), this.lines.of(one))));
		return entries.stream().sorted(Comparator.comparing(Entry::at)).map(Entry::line).toList();
	}

}
