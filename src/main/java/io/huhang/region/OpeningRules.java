package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/** Who may begin a region application, alone or jointly (通知一（二）, 二（一）; C14). */
@Component("regionOpeningRules")
class OpeningRules {

	private static final String CLAUSE = "通知二（一）";

	private final Campaign campaign;

	private final CampaignDates dates;

	private final Authorities authorities;

	private final Levels levels;

	private final People people;

	private final Clock clock;

	OpeningRules(Campaign campaign, CampaignDates dates, Authorities authorities, Levels levels, People people,
			Clock clock) {
		this.campaign = campaign;
		this.dates = dates;
		this.authorities = authorities;
		this.levels = levels;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Everything that stands against opening.
	 * @param seats the application that has an authority's seat already, by its key
	 */
	List<Problem> check(Authority authority, RegionOpening opening,
			Function<String, Optional<RegionApplication>> seats) {
		List<Problem> problems = new ArrayList<>();
		if (opening.direction().isBlank()) {
			problems.add(new Problem("direction", "请选择申报方向。", "通知一（二）"));
		}
		if (!this.campaign.privacyVersion().equals(opening.privacyVersion())) {
			problems.add(new Problem("privacyVersion", "请阅读并勾选个人信息处理告知。", "系统规则"));
		}
		seats.apply(authority.key()).map(taken -> own(authority, taken)).ifPresent(problems::add);
		Instant closing = this.dates.deadline(authority.key());
		if (!this.clock.instant().isBefore(closing)) {
			problems.add(new Problem("authority", "报送已于%s截止（服务器时间%s），不能再发起申报。".formatted(ChineseDates.deadline(closing),
					ChineseDates.minute(this.clock.instant())), "通知二（三）"));
		}
		if (opening.joint()) {
			problems.addAll(partner(authority, seats));
		}
		return problems;
	}

	private Problem own(Authority authority, RegionApplication taken) {
		if (!taken.isJoint()) {
			return problem("本单位的成效突出地区申报（%s）已经发起，请在待办中继续办理。".formatted(taken.number()));
		}
		return taken.authority().equals(authority.key())
				? problem("本单位牵头的联合申报（%s）已经发起，请在待办中继续办理。".formatted(taken.number()))
				: problem("本单位已参加由%s牵头的联合申报（%s），不能再牵头或者单独申报。".formatted(this.authorities.get(taken.authority()).name(),
						taken.number()));
	}

	private List<Problem> partner(Authority authority, Function<String, Optional<RegionApplication>> seats) {
		Optional<Authority> found = this.authorities.partner(authority);
		if (found.isEmpty()) {
			return List.of(problem("本地区没有可以联合申报的另一主管部门，请选择单独申报。"));
		}
		Authority partner = found.get();
		List<Problem> problems = new ArrayList<>();
		seats.apply(partner.key())
			.filter(taken -> !taken.authorities().contains(authority.key()))
			.map(taken -> problem("%s已发起成效突出地区申报（%s），不能再联合申报，请与其协商或选择单独申报。".formatted(partner.name(), taken.number())))
			.ifPresent(problems::add);
		if (!isStaffed(partner)) {
			problems.add(problem("%s尚无在用的经办人和签发人账号，不能在系统内会签，请先联系其开通账号，或选择单独申报。".formatted(partner.name())));
		}
		return problems;
	}

	private boolean isStaffed(Authority partner) {
		return !this.people.with(Role.OFFICER, partner.key()).isEmpty() && this.levels.of(partner.key())
			.approvers()
			.stream()
			.anyMatch(role -> !this.people.with(role, partner.key()).isEmpty());
	}

	private static Problem problem(String text) {
		return new Problem("authority", text, CLAUSE);
	}

}
