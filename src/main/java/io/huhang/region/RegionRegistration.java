package io.huhang.region;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.MissingPaper;
import io.huhang.paper.PageFound;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;

/**
 * 登记纸质材料: what the ministry's officer has counted so far of the paper that a region's
 * application brings, round by round.
 */
@Component
public class RegionRegistration {

	/** The form whose draft is registered. */
	public static final String FORM = "registerRegionPaper";

	private final RegionPaperItems items;

	private final RegionDispatches dispatches;

	private final PaperCounting counting;

	private final Drafts drafts;

	RegionRegistration(RegionPaperItems items, RegionDispatches dispatches, PaperCounting counting, Drafts drafts) {
		this.items = items;
		this.dispatches = dispatches;
		this.counting = counting;
		this.drafts = drafts;
	}

	/** The draft form of the round that is open. */
	public String form(String number) {
		return this.counting.form(FORM, number);
	}

	/** What has been typed so far; a later round begins with what was found before. */
	public CountedPaper draft(String number) {
		return this.drafts.read(number, form(number), CountedPaper.class, this.counting.begin(number));
	}

	/** Every item of the newest revision. */
	public List<ExpectedPaper> items(String number) {
		return this.items.of(number);
	}

	/** Everything that stands against registering what is drafted. */
	public List<Problem> check(String number) {
		return this.counting.check(number, draft(number), items(number),
				this.dispatches.find(number).map(dispatch -> dispatch.sealing().dispatchedOn()));
	}

	/** What is missing of each item. */
	public List<MissingPaper> missing(String number, CountedPaper paper) {
		return this.counting.missing(paper, items(number));
	}

	/** Says what a page belongs to, by what its QR code says. */
	public PageFound read(String number, String text) {
		return this.counting.read(text, items(number), "本申报");
	}

}
