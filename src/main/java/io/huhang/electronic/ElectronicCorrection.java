package io.huhang.electronic;

import java.util.List;
import java.util.Objects;

/**
 * 更正电子材料 as the authority's officer types it.
 *
 * @param remark what was done; needed where no scan was replaced
 * @param confirmations the warnings about scans that the officer has confirmed, by
 * {@link io.huhang.campaign.Problem#confirmation()}
 */
public record ElectronicCorrection(String remark, List<String> confirmations) {

	/** What a browser leaves out was not filled. */
	public ElectronicCorrection {
		remark = (remark != null) ? remark.strip() : "";
		confirmations = (confirmations != null) ? confirmations.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Nothing typed yet. */
	static ElectronicCorrection empty() {
		return new ElectronicCorrection("", List.of());
	}

}
