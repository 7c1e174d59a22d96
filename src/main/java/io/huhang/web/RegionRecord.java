package io.huhang.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.huhang.electronic.ElectronicChecks;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDecision;
import io.huhang.region.RegionDecisions;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionReceipts;
import io.huhang.region.RegionReceipts.Kind;
import io.huhang.region.RegionRevisions;

import org.springframework.stereotype.Component;

/** 办理记录 of a region's application, in time, as far as a person may read it. */
@Component
class RegionRecord {

	private final Access access;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionDispatches dispatches;

	private final ElectronicChecks checks;

	private final RegionReceipts receipts;

	private final DecisionLines lines;

	RegionRecord(Access access, RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionDispatches dispatches, ElectronicChecks checks, RegionReceipts receipts, DecisionLines lines) {
		this.access = access;
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.dispatches = dispatches;
		this.checks = checks;
		this.receipts = receipts;
		this.lines = lines;
	}

	private record Entry(Instant at, DecisionLines.Line line) {
	}

	/**
	 * What was decided inside the authorities is for them and, once the application has
	 * left, for an auditor; the ministry's side reads what it has decided itself, that
	 * the application left, and the receipts.
	 */
	List<DecisionLines.Line> of(RegionApplication application, Person person) {
		String number = application.number();
		List<Entry> entries = new ArrayList<>();
		boolean left = this.access.reaches(application, person);
		boolean inside = person.role().isLocal() || (person.role() == Role.AUDITOR && left);
		this.decisions.of(number)
			.stream()
			.filter(one -> inside || one.step() == RegionDecision.Step.OPENING)
			.forEach(one -> entries.add(new Entry(one.decidedAt(), this.lines.of(one))));
		if (inside) {
			this.revisions.all(number).forEach(one -> entries.add(new Entry(one.frozenAt(), this.lines.of(one))));
		}
		this.dispatches.find(number).ifPresent(dispatch -> {
			if (inside || (left && !dispatch.goesAlong())) {
				entries.add(new Entry(dispatch.sealedAt(), this.lines.of(dispatch)));
			}
			dispatch.leftAt()
				.filter(at -> dispatch.goesAlong())
				.ifPresent(at -> entries.add(new Entry(at, DecisionLines.leftWith(dispatch.listNumber(), at))));
		});
		this.applications.closing(number)
			.ifPresent(closing -> entries.add(new Entry(closing.closedAt(), this.lines.of(closing))));
		this.checks.of(number).forEach(one -> {
			entries.add(new Entry(one.checkedAt(), this.lines.of(one)));
			one.corrected().ifPresent(answer -> entries.add(new Entry(answer.correctedAt(), this.lines.of(answer))));
		});
		// That nothing differs is the receipt of the electronic set.
		this.receipts.of(number)
			.stream()
			.filter(one -> one.kind() == Kind.PAPER)
			.forEach(one -> entries.add(new Entry(one.receivedAt(), this.lines.of(one))));
		return entries.stream().sorted(Comparator.comparing(Entry::at)).map(Entry::line).toList();
	}

}
