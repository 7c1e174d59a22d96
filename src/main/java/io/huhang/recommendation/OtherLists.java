package io.huhang.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists beside one, where an authority may send a list of its own beside the joint
 * one (C13): a case is recommended by one list only (通知二（一）).
 */
@Repository
class OtherLists {

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final Drafts drafts;

	OtherLists(JdbcClient jdbc, Campaign campaign, Drafts drafts) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.drafts = drafts;
	}

	/**
	 * A list that recommends a case as last frozen.
	 *
	 * @param left whether it is on its way to the ministry
	 */
	record Holder(String number, boolean left) {
	}

	/**
	 * What other lists of these authorities recommend, by the number of the case.
	 * @param number the list that asks, empty where none is open yet
	 */
	Map<String, Holder> holders(List<String> authorities, String number) {
		Map<String, Holder> holders = new HashMap<>();
		if (this.campaign.singleBesideJoint()) {
			this.jdbc
				.sql("select l.recommendation_number, l.content, d.recommendation_number as dispatched"
						+ " from recommendation_list l join recommendation r on r.number = l.recommendation_number"
						+ " left join recommendation_dispatch d on d.recommendation_number = l.recommendation_number"
						+ " where r.closed_at is null and r.number <> :number and r.number in"
						+ " (select recommendation_number from recommendation_member where authority in (:authorities))"
						+ " and l.version = (select max(version) from recommendation_list"
						+ " where recommendation_number = l.recommendation_number)")
				.param("number", number)
				.param("authorities", authorities)
				.query(row -> {
					Holder holder = new Holder(row.getString("recommendation_number"),
							row.getString("dispatched") != null);
					this.drafts.parse(row.getString("content"), Ranking.class)
						.recommended()
						.forEach(caseNumber -> holders.put(caseNumber, holder));
				});
		}
		return holders;
	}

	/** The cases that have left with another list. */
	Set<String> left(List<String> authorities, String number) {
		return holders(authorities, number).entrySet()
			.stream()
			.filter(held -> held.getValue().left())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Whether this list is on its way to the ministry. */
	boolean hasLeft(String number) {
		return this.jdbc.sql("select count(*) from recommendation_dispatch where recommendation_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single() > 0;
	}

	/** Whether another list can still take a case of this authority. */
	boolean isOpenFor(String authority, String number) {
		return this.campaign.singleBesideJoint() && this.jdbc
			.sql("select count(*) from recommendation r join recommendation_member m on m.recommendation_number = r.number"
					+ " where m.authority = :authority and r.number <> :number and r.closed_at is null and not exists"
					+ " (select 1 from recommendation_dispatch d where d.recommendation_number = r.number)")
			.param("authority", authority)
			.param("number", number)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Locks this list and those beside it: one case must not be frozen on two at once.
	 */
	void lockAll(List<String> authorities) {
		if (this.campaign.singleBesideJoint()) {
			this.jdbc
				.sql("select number from recommendation where number in (select recommendation_number"
						+ " from recommendation_member where authority in (:authorities)) order by number for update")
				.param("authorities", authorities)
				.query(String.class)
				.list();
		}
	}

}
