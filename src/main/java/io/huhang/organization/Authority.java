package io.huhang.organization;

import java.util.Locale;

/**
 * 地方主管部门: an addressee of the notice that recommends cases and may apply as a region (R1,
 * R6).
 *
 * @param code the region's code of GB/T 2260 (660000 for 兵团)
 * @param enabled false where the notice addresses an office of which no trace exists
 */
public record Authority(String code, String province, Line line, String name, boolean enabled) {

	/** 工信 or 通信管理. */
	public enum Line {

		/** 工业和信息化主管部门. */
		IIT,
		/** 通信管理局. */
		CA

	}

	/**
	 * Code and line, such as {@code 330000-iit}: the authority's name in groups and
	 * numbers.
	 */
	public String key() {
		return this.code + "-" + this.line.name().toLowerCase(Locale.ROOT);
	}

}
