package io.huhang.web;

import java.util.Optional;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the table of cases was asked for, as its form and its links say it again.
 *
 * @param q part of number, enterprise, code or name of the case
 * @param authority key; counts for who sees several authorities
 * @param holder login name, {@link #NOBODY}, or empty for all
 * @param sort key of a {@link CaseColumn}
 * @param order {@link #DOWN}, else upwards
 */
record CaseQuery(String q, String authority, String state, String direction, String category, String holder,
		String sort, String order, String page) {

	/** Asks for what nobody has claimed. */
	static final String NOBODY = "-";

	static final String DOWN = "desc";

	/** What an address leaves out was not asked for. */
	CaseQuery {
		q = plain(q);
		authority = plain(authority);
		state = plain(state);
		direction = plain(direction);
		category = plain(category);
		holder = plain(holder);
		sort = plain(sort);
		order = plain(order);
		page = plain(page);
	}

	CaseColumn column() {
		return CaseColumn.of(this.sort);
	}

	boolean isDescending() {
		return DOWN.equals(this.order);
	}

	/** The page asked for; the first one is 1. */
	int number() {
		return this.page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(this.page) : 1;
	}

	/** Whether anything narrows the table. */
	public boolean isNarrowed() {
		return !(this.q + this.authority + this.state + this.direction + this.category + this.holder).isEmpty();
	}

	/**
	 * Whether the table is sorted by this column; then how, as {@code aria-sort} says it.
	 */
	public String sorted(CaseColumn column) {
		if (column() != column) {
			return null;
		}
		return isDescending() ? "descending" : "ascending";
	}

	/** The same sorted by this column; once more turns the order. */
	public String by(CaseColumn column) {
		String turned = (column() == column && !isDescending()) ? DOWN : "";
		return link("/cases", this.state, column.key(), turned, "");
	}

	/** The same with only this state; the empty one shows all. */
	public String in(String wanted) {
		return link("/cases", wanted, this.sort, this.order, "");
	}

	/** Another page of the same. */
	public String at(int wanted) {
		return link("/cases", this.state, this.sort, this.order, Integer.toString(wanted));
	}

	/** The same as a workbook. */
	public String workbook() {
		return link("/cases/table.xlsx", this.state, this.sort, this.order, "");
	}

	/** The same page with every case ticked that can be. */
	public String picking() {
		String here = at(number());
		return here + "&pick=all";
	}

	private String link(String path, String wantedState, String wantedSort, String wantedOrder, String wantedPage) {
		return UriComponentsBuilder.fromPath(path)
			.queryParamIfPresent("q", given(this.q))
			.queryParamIfPresent("authority", given(this.authority))
			.queryParamIfPresent("state", given(wantedState))
			.queryParamIfPresent("direction", given(this.direction))
			.queryParamIfPresent("category", given(this.category))
			.queryParamIfPresent("holder", given(this.holder))
			.queryParamIfPresent("sort", given(wantedSort))
			.queryParamIfPresent("order", given(wantedOrder))
			.queryParamIfPresent("page", given(wantedPage))
			.encode()
			.build()
			.toUriString();
	}

	private static Optional<String> given(String text) {
		return Optional.of(text).filter(one -> !one.isEmpty());
	}

	private static String plain(String text) {
		return (text != null) ? text.strip() : "";
	}

}
