package io.huhang.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.organization.Authorities;

import org.springframework.stereotype.Component;

/**
 * What the two authorities of one region recommend together: 均不超过20个 may also mean their
 * sum (C13), so that passing it is told and hinders nobody. A 计划单列市 is a region of its
 * own (C15).
 */
@Component
public class RegionLists {

	private static final int REGION = 6;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Excesses excesses;

	private final Authorities authorities;

	private final CapRule rule;

	RegionLists(Recommendations recommendations, RankedLists lists, Excesses excesses, Authorities authorities,
			CapRule rule) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.excesses = excesses;
		this.authorities = authorities;
		this.rule = rule;
	}

	/**
	 * What to say when this list and those beside it pass the cap together; the sum
	 * stands between the two texts.
	 *
	 * @param others how many cases the other lists recommend
	 */
	public record Notice(int others, String before, String after) {

		String text(int own) {
			return this.before + (this.others + own) + this.after;
		}

	}

	/** The notice for this list; empty while its region has no other. */
	public Optional<Notice> notice(String number) {
		List<Other> others = besides(number);
		return others.isEmpty() ? Optional.empty()
				: Optional.of(new Notice(others.stream().mapToInt(Other::recommended).sum(),
						others.stream()
							.map(other -> "%s的名单推荐%d个".formatted(other.authorityName(), other.recommended()))
							.collect(Collectors.joining("，", "提示：同一地区", "，与本名单合计")),
						"个，超过%d个。推荐数量原则上均不超过%d个，建议与对方商定（不影响提交和签发）。".formatted(this.rule.cap(), this.rule.cap())));
	}

	/** The warning about the frozen list, where the sum passes the cap; else empty. */
	public Optional<String> warning(RankedList list) {
		int own = list.ranking().recommended().size();
		return notice(list.recommendationNumber()).filter(notice -> notice.others() + own > this.rule.cap())
			.map(notice -> notice.text(own));
	}

	private List<Other> besides(String number) {
		Recommendation own = this.recommendations.get(number);
		return this.recommendations.all()
			.stream()
			.filter(other -> other.live() && !other.number().equals(number) && region(other).equals(region(own)))
			.filter(other -> this.excesses.reception(other.number())
				.filter(reception -> reception.outcome() == ExcessOutcome.REFUSE)
				.isEmpty())
			.flatMap(other -> this.lists.find(other.number()).map(list -> other(other, list)).stream())
			.toList();
	}

	private Other other(Recommendation recommendation, RankedList list) {
		return new Other(this.authorities.names(recommendation.authorities()), list.ranking().recommended().size());
	}

	private static String region(Recommendation recommendation) {
		return recommendation.authority().substring(0, REGION);
	}

	private record Other(String authorityName, int recommended) {
	}

}
