package io.huhang.recommendation;

import java.util.Optional;

import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 用印与寄送 of a list: as ticked so far, and as it was sent (附件1 封面, 填表须知三). */
@Repository
class ListSealings {

	private final JdbcClient jdbc;

	private final RankedLists lists;

	private final Drafts drafts;

	ListSealings(JdbcClient jdbc, RankedLists lists, Drafts drafts) {
		this.jdbc = jdbc;
		this.lists = lists;
		this.drafts = drafts;
	}

	/** What the officer has ticked so far for the newest version. */
	ListSealing drafted(String number) {
		return this.drafts.read(number, Dispatches.form(this.lists.latest(number).version()), ListSealing.class,
				ListSealing.empty());
	}

	/** How this list was sent; empty before it left. */
	Optional<ListSealing> sent(String number) {
		return this.jdbc.sql("select content from recommendation_dispatch where recommendation_number = :number")
			.param("number", number)
			.query(String.class)
			.optional()
			.map(content -> this.drafts.parse(content, ListSealing.class));
	}

}
