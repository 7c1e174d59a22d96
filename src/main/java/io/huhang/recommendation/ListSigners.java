package io.huhang.recommendation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperSigners;
import io.huhang.approval.SignedWork;
import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.People;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/** Who may have signed a list on paper (线下签批): nobody who ranked or reviewed it. */
@Component
class ListSigners {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final PaperSigners signers;

	private final People people;

	private final Announcements announcements;

	ListSigners(Recommendations recommendations, RankedLists lists, ListDecisions decisions, PaperSigners signers,
			People people, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.signers = signers;
		this.people = people;
		this.announcements = announcements;
	}

	/** The newest version as it is put before who signs it. */
	SignedWork work(String number) {
		return new SignedWork(this.recommendations.get(number).authority(), involved(number), "本名单的排序或者复核");
	}

	/** Tells whose signature it is said to be: a wrong record does not stay unseen. */
	void tell(String taskId, String number, PaperApproval paper, Verdict verdict) {
		this.announcements.tell("recommendation-signed-on-paper", number, taskId,
				this.signers.concerned(this.recommendations.get(number).authority(), paper.signer()),
				Map.of("signer", paper.signer(), "signedOn", ChineseDates.day(paper.signedOn()), "recorder",
						this.people.get(paper.recordedBy()).name(), "decision",
						Verdict.PASS.equals(verdict.decision()) ? "同意" : "退回修改"));
	}

	/** Who has ranked or reviewed the newest version. */
	Set<String> involved(String number) {
		RankedList list = this.lists.latest(number);
		Set<String> involved = new HashSet<>(Set.of(list.frozenBy()));
		this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() == Step.REVIEW)
			.map(ListDecision::decidedBy)
			.forEach(involved::add);
		return involved;
	}

}
