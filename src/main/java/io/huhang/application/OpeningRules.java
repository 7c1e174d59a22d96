package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplications.Opening;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.organization.Authorities;

/** What stands against opening a 典型案例 (通知二（一）, R9..R12). */
final class OpeningRules {

	private static final String CLAUSE = "通知二（一）";

	private final Campaign campaign;

	private final Authorities authorities;

	private final Clock clock;

	OpeningRules(Campaign campaign, Authorities authorities, Clock clock) {
		this.campaign = campaign;
		this.authorities = authorities;
		this.clock = clock;
	}

	/**
	 * All problems at once.
	 * @param live the enterprise's live applications
	 * @param closing the first instant that is too late for a first filing
	 */
	List<Problem> check(Opening opening, List<CaseApplication> live, Instant closing) {
		List<Problem> problems = new ArrayList<>();
		Instant now = this.clock.instant();
		if (!now.isBefore(closing)) {
			problems.add(new Problem("authority", "典型案例申报已于%s截止（服务器时间%s），不能再发起申报。"
				.formatted(ChineseDates.deadline(closing), ChineseDates.minute(now)), "通知二（三）"));
		}
		if (!this.authorities.accepts(opening.authority())) {
			problems.add(new Problem("authority", "请选择受理申报材料的地方主管部门。", CLAUSE));
		}
		if (this.campaign.direction(opening.direction()).isEmpty()) {
			problems.add(new Problem("direction", "请选择一个申报方向。", CLAUSE));
		}
		if (!this.campaign.privacyVersion().equals(opening.privacyVersion())) {
			problems.add(new Problem("privacyVersion", "请阅读并同意个人信息处理告知。", "个人信息保护法 第十七条"));
		}
		alone(opening, live).ifPresent(problems::add);
		return problems;
	}

	// One live case (R11, R12); where the campaign lets several be, all are in one
	// direction (C11).
	private Optional<Problem> alone(Opening opening, List<CaseApplication> live) {
		return live.stream()
			.filter(existing -> !this.campaign.severalCases() || !existing.direction().equals(opening.direction()))
			.findFirst()
			.map(existing -> new Problem("direction",
					this.campaign.severalCases() ? otherDirection(existing) : inProgress(existing), CLAUSE));
	}

	private static String inProgress(CaseApplication existing) {
		return "贵单位已有在办申报（%s）。每个申报主体只能申报1个方向，请继续办理原申报。".formatted(existing.number());
	}

	private String otherDirection(CaseApplication existing) {
		return "贵单位在办申报（%s）的方向为“%s”。每个申报主体只能申报1个方向，请选择相同的方向。".formatted(existing.number(),
				this.campaign.direction(existing.direction()).orElseThrow().name());
	}

}
