package io.huhang.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;

import org.springframework.stereotype.Component;

/** Everything annex 1 asks of a case, in its order. */
@Component
public class CaseRules {

	private static final Comparator<Problem> IN_THE_ORDER_OF_THE_ANNEX = Comparator
		.comparing(problem -> CaseField.at(problem.field()));

	private final List<Rule> rules;

	CaseRules(Campaign campaign, Eligibility eligibility, EvidenceSlots slots) {
		this.rules = List.of(new RequiredFieldsRule(), new FieldLengthRule(), new FilingDateRule(campaign),
				new UnifiedCodeRule(), new EnterpriseMatchRule(), new UnitNameRule(), new EstablishedOnRule(),
				new RegisteredCapitalRule(), new OwnershipRule(campaign), new PhoneRule(), new FaxRule(),
				new EmailRule(), new CategoriesRule(campaign), new DirectionRule(campaign, eligibility),
				LevelRule.industrial(campaign), LevelRule.vehicle(campaign), new ProfileLengthRule(campaign),
				new EvidenceRule(campaign, slots), new EvidenceDateRule(campaign), new SignerRule(),
				new SummaryLengthRule(campaign), new WorkPeriodRule(campaign), new DeclarationsRule(),
				new PrintableRule(), new SimilarCaseRule());
	}

	/**
	 * All problems and all warnings that nobody has confirmed, in the order of the annex;
	 * none if the case may be frozen. The form is normalised first.
	 */
	public List<Problem> check(CaseForm form, CaseContext context) {
		return all(form, context).stream().filter(problem -> !isConfirmed(problem, form)).toList();
	}

	/**
	 * The warnings that the applicant has confirmed, in the order of the annex: all that
	 * may stand beside a form that is frozen.
	 * @throws RefusedException with what {@link #check} would give, if there is any
	 */
	List<Problem> require(CaseForm form, CaseContext context) {
		Map<Boolean, List<Problem>> byConfirmation = all(form, context).stream()
			.collect(Collectors.partitioningBy(problem -> isConfirmed(problem, form)));
		if (!byConfirmation.get(false).isEmpty()) {
			throw new RefusedException(byConfirmation.get(false));
		}
		return byConfirmation.get(true);
	}

	private List<Problem> all(CaseForm form, CaseContext context) {
		CaseForm normalised = form.normalised();
		return Stream
			.concat(HiddenCharacters.in(form), this.rules.stream().flatMap(rule -> rule.check(normalised, context)))
			.sorted(IN_THE_ORDER_OF_THE_ANNEX)
			.toList();
	}

	private static boolean isConfirmed(Problem problem, CaseForm form) {
		return !problem.blocks() && form.confirmations().contains(problem.confirmation());
	}

}
