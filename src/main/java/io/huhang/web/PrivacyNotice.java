package io.huhang.web;

import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;

/** The notice that stands in {@code privacy.html}, in the version of the campaign. */
final class PrivacyNotice {

	private PrivacyNotice() {
	}

	/** What is wrong if this version was agreed to. */
	static Optional<Problem> check(Campaign campaign, String version) {
		return campaign.privacyVersion().equals(version) ? Optional.empty()
				: Optional.of(new Problem("privacyVersion", "请阅读并同意个人信息处理告知。", "个人信息保护法 第十七条"));
	}

}
