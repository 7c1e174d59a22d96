package io.huhang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 撤回: an authority takes its application back before it has left. */
@Component
public class RegionWithdrawals {

	private static final int LONGEST_REASON = 500;

	private final RegionApplications applications;

	private final RegionDispatches dispatches;

	private final RegionAnnouncements announcements;

	RegionWithdrawals(RegionApplications applications, RegionDispatches dispatches, RegionAnnouncements announcements) {
		this.applications = applications;
		this.dispatches = dispatches;
		this.announcements = announcements;
	}

	/** Whether it can still be withdrawn. */
	public boolean isOpen(RegionApplication application) {
		return application.live() && !this.dispatches.hasLeft(application.number());
	}

	/**
	 * Withdraws the application for good.
	 * @param confirmed "true" where the person knows that this cannot be undone
	 * @throws RefusedException if it has left or ended, or an answer is missing
	 */
	@Transactional
	public void withdraw(String number, String reason, String confirmed, String userId) {
		RegionApplication application = this.applications.lock(number);
		List<Problem> problems = new ArrayList<>();
		if (!isOpen(application)) {
			problems.add(new Problem("reason", "本申报已经寄出或者已经办结，不能撤回。", "通知二（三）"));
		}
		if (reason.isBlank()) {
			problems.add(new Problem("reason", "请填写撤回理由，联合申报单位和部里将看到这段文字。", "系统规则"));
		}
		if (reason.length() > LONGEST_REASON) {
			problems
				.add(new Problem("reason", "撤回理由现%d字，超过%d字，请删减。".formatted(reason.length(), LONGEST_REASON), "系统规则"));
		}
		if (!"true".equals(confirmed)) {
			problems.add(new Problem("confirmed", "请勾选确认撤回。", "系统规则"));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.applications.close(number, RegionEnding.WITHDRAWN, reason.strip(), userId);
		this.announcements.tellAuthorities("region-withdrawn", number, "withdrawn",
				List.of(Role.OFFICER, Role.HEAD, Role.LEADER), Map.of("reason", reason.strip()));
	}

}
