package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Criterion;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Person;
import io.huhang.recommendation.CheckSheets;
import io.huhang.recommendation.CheckSheets.Kept;

import org.springframework.stereotype.Component;

/** 评价 as the people of the authority that made it read it, and nobody else. */
@Component
class CheckSheetLines {

	private final CheckSheets sheets;

	private final DecisionLines decisions;

	private final Campaign campaign;

	CheckSheetLines(CheckSheets sheets, DecisionLines decisions, Campaign campaign) {
		this.sheets = sheets;
		this.decisions = decisions;
		this.campaign = campaign;
	}

	/**
	 * The sheet of one check.
	 *
	 * @param total such as 86／100; empty where not everything was scored
	 */
	record View(int revision, String by, String at, List<Score> scores, String total, String remark) {
	}

	/** One criterion with its score as typed. */
	record Score(String label, String points, int most) {
	}

	/** Every sheet of this case that this person may read, the newest first. */
	List<View> of(CaseApplication found, Person person) {
		return maySee(found.authority(), person)
				? this.sheets.of(found.number(), person.organization()).stream().map(this::view).toList() : List.of();
	}

	/** Whether this person may read the scores of this authority's cases. */
	static boolean maySee(String authority, Person person) {
		return person.role().isLocal() && person.organization().equals(authority);
	}

	private View view(Kept kept) {
		int most = this.campaign.criteria().stream().mapToInt(Criterion::most).sum();
		return new View(kept.revision(), this.decisions.name(kept.checkedBy()), ChineseDates.minute(kept.checkedAt()),
				this.campaign.criteria()
					.stream()
					.map(one -> new Score(one.label(), kept.sheet().score(one.code()), one.most()))
					.toList(),
				kept.total().isPresent() ? kept.total().getAsInt() + "／" + most : "", kept.sheet().remark());
	}

}
