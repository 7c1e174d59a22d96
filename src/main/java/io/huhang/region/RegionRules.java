package io.huhang.region;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.TypedText;

import org.springframework.stereotype.Component;

/** Everything annex 2 asks of a region, in its order. */
@Component
class RegionRules {

	private final List<RegionRule> rules;

	RegionRules(Campaign campaign, RegionCall call) {
		this.rules = List.of(new MissingFieldsRule(), new TextLengthRule(), new CoverDateRule(campaign),
				new ContactsRule(), new AnswersRule(call), new NumberRule(call), new BoundsRule(call),
				new CausesRule(call), new DoubtfulNumberRule(), new NameListRule(), new NameListCountRule(),
				new ProofRule(), new GlyphsRule());
	}

	/**
	 * All problems and all warnings that nobody has confirmed, in the order of the annex;
	 * none if the application may be frozen.
	 * @param typed the form before it was normalised
	 */
	List<Problem> check(RegionForm typed, RegionPaper paper) {
		return all(typed, paper).stream().filter(problem -> !isConfirmed(problem, typed)).toList();
	}

	/**
	 * The warnings that the person has confirmed: all that may stand beside a form that
	 * is frozen.
	 * @throws RefusedException with what {@link #check} would give, if there is any
	 */
	List<Problem> require(RegionForm typed, RegionPaper paper) {
		Map<Boolean, List<Problem>> byConfirmation = all(typed, paper).stream()
			.collect(Collectors.partitioningBy(problem -> isConfirmed(problem, typed)));
		if (!byConfirmation.get(false).isEmpty()) {
			throw new RefusedException(byConfirmation.get(false));
		}
		return byConfirmation.get(true);
	}

	private List<Problem> all(RegionForm typed, RegionPaper paper) {
		List<String> order = paper.fields().all().stream().map(RegionField::key).toList();
		return Stream.concat(hidden(typed, paper), this.rules.stream().flatMap(rule -> rule.check(paper)))
			.sorted(Comparator.comparing(problem -> order.indexOf(problem.field())))
			.toList();
	}

	private static Stream<Problem> hidden(RegionForm typed, RegionPaper paper) {
		return paper.fields()
			.all()
			.stream()
			.flatMap(field -> TypedText.hidden(typed.at(field.key()))
				.map(doubt -> field.warning(doubt, typed.at(field.key())))
				.stream());
	}

	private static boolean isConfirmed(Problem problem, RegionForm form) {
		return !problem.blocks() && form.confirmations().contains(problem.confirmation());
	}

}
