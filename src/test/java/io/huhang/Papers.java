package io.huhang;

import java.util.List;
import java.util.function.UnaryOperator;

import io.huhang.document.PaperCount;
import io.huhang.document.PaperItem;
import io.huhang.document.PaperSeal;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.ExpectedPaper;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.PaperRegistration;

/** The paper of a list as the ministry's officer counts it. */
public final class Papers {

	private final PaperRegistration registration;

	private final Drafts drafts;

	public Papers(PaperRegistration registration, Drafts drafts) {
		this.registration = registration;
		this.drafts = drafts;
	}

	/** A count by which nothing is missing of this item. */
	public static PaperCount complete(PaperItem item) {
		return new PaperCount(item.key(), Integer.toString(item.copies()),
				(item.pages() > 0) ? Integer.toString(item.pages()) : "",
				item.seals().stream().map(PaperSeal::key).toList(), "true", "");
	}

	/** So many copies of everything. */
	public static UnaryOperator<PaperCount> lacking(String copies) {
		return count -> new PaperCount(count.key(), copies, count.pages(), count.seals(), count.matching(), "");
	}

	/** Drafts that everything is there, with this answer about the excess. */
	public void complete(String number, String excess) {
		draft(number, CountedPaper.COMPLETE, excess, UnaryOperator.identity());
	}

	/** Drafts that everything is there but for this. */
	public void missing(String number, UnaryOperator<PaperCount> lack) {
		draft(number, CountedPaper.MISSING, "", lack);
	}

	/** Drafts this outcome of these counts. */
	public void draft(String number, String outcome, String excess, UnaryOperator<PaperCount> lack) {
		List<PaperCount> counts = this.registration.items(number)
			.stream()
			.filter(ExpectedPaper::isRequired)
			.map(expected -> lack.apply(complete(expected.item())))
			.toList();
		save(number, new ListPaper(outcome, excess, this.registration.draft(number).receivedOn(), counts, ""));
	}

	/** Drafts this. */
	public void save(String number, ListPaper paper) {
		String form = this.registration.form(number);
		int version = this.drafts.find(number, form).map(Draft::version).orElse(0);
		this.drafts.save(number, form, version, paper, Cast.MIIT_OFFICER.id());
	}

}
