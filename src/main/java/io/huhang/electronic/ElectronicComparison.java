package io.huhang.electronic;

import java.util.List;
import java.util.Objects;

/**
 * 核对电子材料 as the coordinator marks it, item by item (R22, R31).
 *
 * @param remark on the whole, or empty
 */
public record ElectronicComparison(List<Item> items, String remark) {

	/** The item agrees with the manifest and with the paper. */
	public static final String SAME = "SAME";

	/** It does not. */
	public static final String DIFFERS = "DIFFERS";

	/** What a browser leaves out was not filled. */
	public ElectronicComparison {
		items = (items != null) ? items.stream().filter(Objects::nonNull).toList() : List.of();
		remark = (remark != null) ? remark.strip() : "";
	}

	/** Nothing marked yet. */
	static ElectronicComparison empty() {
		return new ElectronicComparison(List.of(), "");
	}

	/** What is marked of this item. */
	Item item(String key) {
		return this.items.stream().filter(item -> key.equals(item.key())).findFirst().orElse(new Item(key, "", ""));
	}

	/**
	 * One item.
	 *
	 * @param result {@link #SAME}, {@link #DIFFERS} or empty
	 * @param remark what differs
	 */
	public record Item(String key, String result, String remark) {

		/** What a browser leaves out was not filled. */
		public Item {
			result = (result != null) ? result : "";
			remark = (remark != null) ? remark.strip() : "";
		}

		boolean differs() {
			return DIFFERS.equals(this.result);
		}

	}

}
