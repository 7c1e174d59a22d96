package io.huhang.document;

import java.util.List;

/**
 * What somebody has counted of one paper item, as typed. Ticks are "true" or empty.
 *
 * @param key of the item
 * @param copies originals that are there; empty before anybody has counted
 * @param pages pages of each
 * @param seals keys of the seals that each original carries
 * @param matching whether revision and fingerprint on the pages are those of the record
 * @param remark what the other side should know
 */
public record PaperCount(String key, String copies, String pages, List<String> seals, String matching, String remark) {

	/** What a browser leaves out was not filled. */
	public PaperCount {
		key = given(key);
		copies = given(copies);
		pages = given(pages);
		seals = (seals != null) ? List.copyOf(seals) : List.of();
		matching = given(matching);
		remark = given(remark);
	}

	/** Nothing counted yet. */
	public static PaperCount none(String key) {
		return new PaperCount(key, "", "", List.of(), "", "");
	}

	/** The same without what was said about it. */
	public PaperCount withoutRemark() {
		return new PaperCount(this.key, this.copies, this.pages, this.seals, this.matching, "");
	}

	boolean matches() {
		return "true".equals(this.matching);
	}

	/** So many, or -1 for what is no number. */
	static int number(String typed) {
		return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
	}

	private static String given(String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
