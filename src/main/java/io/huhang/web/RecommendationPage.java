package io.huhang.web;

import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplications;
import io.huhang.attachment.Attachments;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.process.Progress;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.Receipts;
import io.huhang.recommendation.Recommendation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Reading one recommendation: the list in its order, the documents and what was decided.
 */
@Controller
class RecommendationPage {

	private final Access access;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final Dispatches dispatches;

	private final Receipts receipts;

	private final CaseApplications cases;

	private final CaseLines lines;

	private final DecisionLines decisionLines;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Progress progress;

	RecommendationPage(Access access, RankedLists lists, ListDecisions decisions, Dispatches dispatches,
			Receipts receipts, CaseApplications cases, CaseLines lines, DecisionLines decisionLines,
			Attachments attachments, Authorities authorities, Progress progress) {
		this.access = access;
		this.lists = lists;
		this.decisions = decisions;
		this.dispatches = dispatches;
		this.receipts = receipts;
		this.cases = cases;
		this.lines = lines;
		this.decisionLines = decisionLines;
		this.attachments = attachments;
		this.authorities = authorities;
		this.progress = progress;
	}

	@GetMapping("/recommendations/{number}")
	String read(@PathVariable String number, Model model, Person person) {
		Recommendation found = this.access.readRecommendation(number, person);
		Optional<Ranking> ranking = this.lists.find(number).map(RankedList::ranking);
		model.addAttribute("number", number);
		model.addAttribute("authorityName", this.authorities.get(found.authority()).name());
		model.addAttribute("progress", this.progress.of(number));
		model.addAttribute("list", this.lists.find(number).orElse(null));
		model.addAttribute("sealing", this.dispatches.find(number).orElse(null));
		model.addAttribute("cases",
				ranking.map(Ranking::recommended)
					.orElse(List.of())
					.stream()
					.map(this.cases::get)
					.map(this.lines::of)
					.toList());
		model.addAttribute("omitted",
				ranking.map(Ranking::entries)
					.orElse(List.of())
					.stream()
					.filter(entry -> !entry.isRecommended())
					.toList());
		model.addAttribute("files", this.attachments.of(number).stream().map(FileView::of).toList());
		model.addAttribute("decisions", this.decisions.of(number).stream().map(this.decisionLines::of).toList());
		model.addAttribute("receipts", this.receipts.of(number).stream().map(this.decisionLines::of).toList());
		return "recommendation";
	}

}
