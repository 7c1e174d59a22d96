package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.RankingDrafts.Desk;
import io.huhang.recommendation.SummaryProposal.State;

import org.springframework.stereotype.Component;

/**
 * The 简述 of cases as lists use it: the applicant's, or the officer's where the applicant
 * has agreed to it (R82).
 */
@Component
public class Summaries {

	private final Revisions revisions;

	private final SummaryProposals proposals;

	Summaries(Revisions revisions, SummaryProposals proposals) {
		this.revisions = revisions;
		this.proposals = proposals;
	}

	/** What is used now, in the order of the numbers of these cases. */
	Map<String, String> of(Collection<String> caseNumbers) {
		return new TreeMap<>(of(this.revisions.latestForms(caseNumbers)));
	}

	/** The same, where the forms are at hand. */
	public Map<String, String> of(Map<String, CaseForm> forms) {
		Map<String, SummaryProposal> agreed = this.proposals.agreed(forms.keySet());
		Map<String, String> summaries = new LinkedHashMap<>();
		forms.forEach((number, form) -> summaries.put(number, used(agreed.get(number), number, form)));
		return summaries;
	}

	// What was agreed about an older revision says nothing about this one.
	private String used(SummaryProposal agreed, String number, CaseForm form) {
		return (agreed != null && agreed.revision() == this.revisions.newest(number)) ? agreed.summary()
				: form.summary();
	}

	/** The newest proposal for each of these cases that has one. */
	public Map<String, SummaryProposal> proposals(Collection<String> caseNumbers) {
		return this.proposals.newest(caseNumbers);
	}

	/** One problem for each recommended case whose enterprise has not answered yet. */
	List<Problem> unanswered(Desk desk) {
		List<String> recommended = desk.ranking().recommended();
		Map<String, SummaryProposal> newest = this.proposals.newest(recommended);
		List<Problem> problems = new ArrayList<>();
		for (CaseApplication found : desk.candidates()) {
			SummaryProposal proposal = newest.get(found.number());
			if (proposal != null && proposal.is(State.OPEN)) {
				problems.add(new Problem("opinion-" + found.number(),
						"“%s”（%s）的简述修改建议尚待申报单位答复，名单暂不能提交。请待其答复后再提交，或在该案例的“修改简述”页面收回建议。".formatted(found.caseName(),
								found.number()),
						"附件3 案例申报方向和简述"));
			}
		}
		return problems;
	}

}
