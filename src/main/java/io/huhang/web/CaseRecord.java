package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Progress;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListPaperItems;
import io.huhang.recommendation.Review;
import io.huhang.recommendation.Reviews;

import org.springframework.stereotype.Component;

/** 办理记录 of a case, as far as a person may read it. */
@Component
class CaseRecord {

	private final Reviews reviews;

	private final ListDecisions listDecisions;

	private final ListPaperItems listItems;

	private final Dispatches dispatches;

	private final CaseApplications cases;

	private final Progress progress;

	private final DecisionLines lines;

	CaseRecord(Reviews reviews, ListDecisions listDecisions, ListPaperItems listItems, Dispatches dispatches,
			CaseApplications cases, Progress progress, DecisionLines lines) {
		this.reviews = reviews;
		this.listDecisions = listDecisions;
		this.listItems = listItems;
		this.dispatches = dispatches;
		this.cases = cases;
		this.progress = progress;
		this.lines = lines;
	}

	/**
	 * What became of the case itself, in time: what was decided, that it left, its end.
	 * @param informed whether the person may read remarks, which quote the case
	 */
	List<DecisionLines.Line> of(CaseApplication application, Person person, boolean informed) {
		List<DecisionLines.Line> record = new ArrayList<>();
		this.reviews.of(application.number())
			.stream()
			.flatMap(review -> visible(review, person))
			.map(line -> informed ? line : line.withoutReason())
			.forEach(record::add);
		this.listItems.listsWith(application.number())
			.stream()
			.flatMap(list -> this.dispatches.departure(list).stream())
			.map(left -> DecisionLines.happened("报送", "已推荐，材料已寄送", ChineseDates.minute(left.at())))
			.forEach(record::add);
		this.cases.closedAt(application.number())
			.map(at -> DecisionLines.happened("办结", this.progress.of(application.number()), ChineseDates.minute(at)))
			.ifPresent(record::add);
		return record;
	}

	// The head's remarks to the officer stay inside the authority.
	private Stream<DecisionLines.Line> visible(Review review, Person person) {
		if (person.role() != Role.APPLICANT || review.isForApplicant()) {
			return Stream.of(this.lines.of(review));
		}
		return review.isPass() ? Stream.of(this.lines.of(review).withoutReason()) : Stream.empty();
	}

	/**
	 * What the authority decided about its list: it stays inside until the list has left,
	 * and the applicant never reads it (C15).
	 */
	List<DecisionLines.Line> ofItsList(CaseApplication application, Person person) {
		if (person.role() == Role.APPLICANT) {
			return List.of();
		}
		boolean left = this.listItems.listsWith(application.number())
			.stream()
			.anyMatch(list -> this.dispatches.departure(list).isPresent());
		return !person.role().isLocal() && !left ? List.of()
				: this.listDecisions.about(application.number(), application.authority())
					.stream()
					.map(decision -> this.lines.of(decision, person))
					.toList();
	}

}
