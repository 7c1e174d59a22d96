package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.JointIntents;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/** Who may begin to recommend, alone or jointly (通知二（二）: 可单独或联合推荐; C13, C14). */
@Component
class RecommendingRules {

	private static final String CLAUSE = "通知二（二）";

	private final Campaign campaign;

	private final CampaignDates dates;

	private final Authorities authorities;

	private final JointIntents intents;

	private final Levels levels;

	private final People people;

	private final OtherLists others;

	private final Clock clock;

	RecommendingRules(Campaign campaign, CampaignDates dates, Authorities authorities, JointIntents intents,
			Levels levels, People people, OtherLists others, Clock clock) {
		this.campaign = campaign;
		this.dates = dates;
		this.authorities = authorities;
		this.intents = intents;
		this.levels = levels;
		this.people = people;
		this.others = others;
		this.clock = clock;
	}

	/**
	 * Everything that stands against opening, apart from having nothing to recommend.
	 * @param acts the act that has an authority's seat already, by its key and whether a
	 * joint act is meant
	 */
	List<Problem> check(Authority authority, boolean joint,
			BiFunction<String, Boolean, Optional<Recommendation>> acts) {
		List<Problem> problems = new ArrayList<>();
		acts.apply(authority.key(), joint).map(act -> own(authority, act)).ifPresent(problems::add);
		Instant closing = this.dates.deadline(authority.key());
		if (!this.clock.instant().isBefore(closing)) {
			problems.add(new Problem("authority", "报送已于%s截止（服务器时间%s），不能再启动推荐。".formatted(ChineseDates.deadline(closing),
					ChineseDates.minute(this.clock.instant())), "通知二（三）"));
		}
		if (!joint && !this.campaign.singleBesideJoint() && this.intents.isJoint(authority.key())) {
			problems.add(problem("本单位已设置拟联合推荐，申报书封面印有两家推荐单位。请选择联合推荐；改为单独推荐的，请先由处室负责人在“审核层级”页面改为单独推荐。"));
		}
		// Of a joint act that is there already the partner's seat says nothing new.
		if (joint && problems.isEmpty()) {
			problems.addAll(partner(authority, acts));
		}
		return problems;
	}

	private Problem own(Authority authority, Recommendation act) {
		if (this.others.hasLeft(act.number())) {
			return problem("推荐名单（%s）已经报送，每个单位报送一次，不能再启动推荐。".formatted(act.number()));
		}
		if (!act.live()) {
			return problem("推荐工作（%s）已逾期办结，不能再启动推荐。".formatted(act.number()));
		}
		if (!act.isJoint()) {
			return problem("本单位的推荐工作（%s）已经启动，请在待办中继续办理。".formatted(act.number()));
		}
		return act.authority().equals(authority.key())
				? problem("本单位牵头的联合推荐（%s）已经启动，请在待办中继续办理。".formatted(act.number()))
				: problem("本单位已参加由%s牵头的联合推荐（%s），排序由牵头单位办理。".formatted(this.authorities.get(act.authority()).name(),
						act.number()));
	}

	private List<Problem> partner(Authority authority, BiFunction<String, Boolean, Optional<Recommendation>> acts) {
		Optional<Authority> found = this.authorities.partner(authority);
		if (found.isEmpty()) {
			return List.of(problem("本地区没有可以联合推荐的另一主管部门，请选择单独推荐。"));
		}
		Authority partner = found.get();
		List<Problem> problems = new ArrayList<>();
		acts.apply(partner.key(), true)
			.map(act -> problem("%s已启动推荐工作（%s），不能再联合推荐，请与其协商或选择单独推荐。".formatted(partner.name(), act.number())))
			.ifPresent(problems::add);
		if (!isStaffed(partner)) {
			problems.add(problem("%s尚无在用的经办人和签发人账号，不能在系统内会签，请先联系其开通账号，或选择单独推荐。".formatted(partner.name())));
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
