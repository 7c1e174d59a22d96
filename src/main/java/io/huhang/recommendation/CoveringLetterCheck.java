package io.huhang.recommendation;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/** Checks the 报送函 of a list against when that list was approved, online or on paper. */
@Component
class CoveringLetterCheck {

	private final ListDecisions decisions;

	private final PaperApprovals papers;

	private final Clock clock;

	CoveringLetterCheck(ListDecisions decisions, PaperApprovals papers, Clock clock) {
		this.decisions = decisions;
		this.papers = papers;
		this.clock = clock;
	}

	/** Everything that stands against what is typed about this version's letter. */
	List<Problem> problems(RankedList list, ListSealing sealing) {
		return new CoveringLetterRule(approvedOn(list), LocalDate.now(this.clock)).check(sealing.letterNumber(),
				sealing.letterDate());
	}

	private LocalDate approvedOn(RankedList list) {
		return this.decisions.of(list.recommendationNumber())
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() == Step.APPROVE)
			.reduce((first, last) -> last)
			.map(this::signedOn)
			.orElseGet(() -> LocalDate.ofInstant(list.frozenAt(), Campaign.ZONE));
	}

	// What was signed on paper may have been recorded days later.
	private LocalDate signedOn(ListDecision approval) {
		return this.papers.find(approval.taskId())
			.map(PaperApproval::signedOn)
			.orElseGet(() -> LocalDate.ofInstant(approval.decidedAt(), Campaign.ZONE));
	}

}
