package io.huhang.region;

/**
 * What the start form asks.
 *
 * @param direction code of 申报方向
 * @param joint whether the other line of the region takes part
 * @param privacyVersion the version of the privacy notice that the person agreed to
 */
public record RegionOpening(String direction, boolean joint, String privacyVersion) {

	/** What a forged form leaves out was not answered. */
	public RegionOpening {
		direction = (direction != null) ? direction : "";
		privacyVersion = (privacyVersion != null) ? privacyVersion : "";
	}

}
