package io.huhang.recommendation;

import io.huhang.approval.PaperApprovals;
import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.PlainText;
import io.huhang.organization.Authorities;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.SigningSheet.Said;

import org.springframework.stereotype.Component;

/** What was decided about a list, in the words of those who read it afterwards. */
@Component
public class ListOpinions {

	private final PaperApprovals papers;

	private final People people;

	private final Authorities authorities;

	ListOpinions(PaperApprovals papers, People people, Authorities authorities) {
		this.papers = papers;
		this.people = people;
		this.authorities = authorities;
	}

	/** Who said what in this step, and when. */
	Said said(ListDecision decision) {
		return new Said(step(decision.step()), "%s：%s（%s）".formatted(signer(decision),
				PlainText.printable(text(decision)), ChineseDates.minute(decision.decidedAt())));
	}

	/** Who has decided, with office and authority, such as 某省通信管理局局领导周样例. */
	public String decider(ListDecision decision) {
		Person actor = this.people.get(decision.decidedBy());
		String authority = this.authorities.get(actor.organization()).name();
		return this.papers.find(decision.taskId())
			.map(paper -> "%s%s%s（线下签批）".formatted(authority, paper.signerRole().label(), paper.signer()))
			.orElseGet(() -> authority + actor.role().label() + actor.name());
	}

	/** The name of who has decided; of who signed the paper. */
	String signer(ListDecision decision) {
		return this.papers.find(decision.taskId())
			.map(paper -> paper.signer() + "（线下签批）")
			.orElseGet(() -> this.people.find(decision.decidedBy()).map(Person::name).orElse(""));
	}

	private static String step(Step step) {
		return switch (step) {
			case REVIEW -> "复核意见";
			case COMMENT -> "会签单位意见";
			case CONSENT -> "会签";
			case APPROVE -> "签发";
		};
	}

	private static String text(ListDecision decision) {
		String reason = decision.verdict().reason();
		if (decision.step() == Step.COMMENT) {
			return reason.isEmpty() ? "无不同意见" : reason;
		}
		String verdict = Verdict.PASS.equals(decision.verdict().decision()) ? "同意" : "退回";
		return (reason.isEmpty() || reason.replaceAll("[。！]$", "").equals(verdict)) ? verdict : verdict + "。" + reason;
	}

}
