package io.huhang.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What every page carries so that paper can be matched with the system (填表须知四).
 *
 * @param number the number of the case or recommendation
 * @param revision the frozen revision or version, 0 while nothing is frozen
 * @param fingerprint SHA-256 of the frozen content in hex, of which 16 digits are
 * printed; empty for a draft
 * @param verifyUrl content of the QR code; empty for none
 * @param draft whether the pages carry 草稿
 */
public record Stamp(String number, int revision, String fingerprint, String verifyUrl, boolean draft) {

	static final int SHORT_FINGERPRINT = 16;

	/** The fingerprint as people compare it: its first 16 hex digits. */
	public static String shorten(String fingerprint) {
		return fingerprint.length() <= SHORT_FINGERPRINT ? fingerprint : fingerprint.substring(0, SHORT_FINGERPRINT);
	}

	/** Number and revision, then the fingerprint. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("编号 " + this.number + (this.revision > 0 ? "　第%d版".formatted(this.revision) : ""));
		if (this.draft) {
			lines.add("草稿，仅供核对，不作报送");
		}
		else if (!this.fingerprint.isEmpty()) {
			lines.add("内容指纹 " + shorten(this.fingerprint));
		}
		return lines;
	}

}
