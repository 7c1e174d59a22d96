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
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/**
 * Who may have signed a list on paper (线下签批), for the authority that leads or for the one
 * that joins: nobody who ranked, reviewed or commented on this very list.
 */
@Component
class ListSigners {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListOwnWork ownWork;

	private final PaperSigners signers;

	private final People people;

	private final Announcements announcements;

	ListSigners(Recommendations recommendations, RankedLists lists, ListOwnWork ownWork, PaperSigners signers,
			People people, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.ownWork = ownWork;
		this.signers = signers;
		this.people = people;
		this.announcements = announcements;
	}

	/** The newest version as it is put before who signs it in this step. */
	SignedWork work(String number, Step step) {
		return new SignedWork(authority(number, step), involved(number, step),
				(step == Step.CONSENT) ? "本名单的会签意见" : "本名单的排序或者复核");
	}

	/** Tells whose signature it is said to be: a wrong record does not stay unseen. */
	void tell(String taskId, String number, Step step, PaperApproval paper, Verdict verdict) {
		this.announcements.tell("recommendation-signed-on-paper", number, taskId,
				this.signers.concerned(authority(number, step), paper.signer()),
				Map.of("signer", paper.signer(), "signedOn", ChineseDates.day(paper.signedOn()), "recorder",
						this.people.get(paper.recordedBy()).name(), "decision",
						Verdict.PASS.equals(verdict.decision()) ? "同意" : "退回修改"));
	}

	// Who has ranked or reviewed the newest version, or commented on it for the partner.
	private Set<String> involved(String number, Step step) {
		if (step == Step.CONSENT) {
			return this.ownWork.took(number, Step.COMMENT);
		}
		Set<String> involved = new HashSet<>(this.ownWork.took(number, Step.REVIEW));
		involved.add(this.lists.latest(number).frozenBy());
		return involved;
	}

	private String authority(String number, Step step) {
		Recommendation recommendation = this.recommendations.get(number);
		return (step == Step.CONSENT) ? recommendation.partner() : recommendation.authority();
	}

}
