package io.huhang.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseField;
import io.huhang.application.Revisions;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.Review;

import org.springframework.stereotype.Component;

/**
 * What an application that is being filled in still lacks: fields and evidence of annex
 * 1, or what was returned for a correction.
 */
@Component
class DraftGaps {

	private static final int NAMED = 8;

	private final Revisions revisions;

	private final CorrectionRounds rounds;

	DraftGaps(Revisions revisions, CorrectionRounds rounds) {
		this.revisions = revisions;
		this.rounds = rounds;
	}

	/**
	 * One line for the corrections, one for fields, one for evidence, where there are.
	 */
	List<String> of(String caseNumber) {
		List<Problem> problems = this.revisions.check(caseNumber).stream().filter(Problem::blocks).toList();
		return Stream
			.of(line("须补正%d处：%s", corrections(caseNumber)), line("尚有%d个栏目未填写或者须修改：%s", fields(problems)),
					line("证明材料尚缺或者须调整%d项：%s", evidence(problems)))
			.flatMap(List::stream)
			.toList();
	}

	/** Whether what is open answers a return. */
	boolean isReturned(String caseNumber) {
		return returned(caseNumber).isPresent();
	}

	private Optional<Integer> returned(String caseNumber) {
		int newest = this.revisions.newest(caseNumber);
		return this.rounds.returned(caseNumber).map(Review::revision).filter(returned -> returned == newest);
	}

	private List<String> corrections(String caseNumber) {
		return returned(caseNumber)
			.map(returned -> this.rounds.asked(caseNumber, returned)
				.stream()
				.map(asked -> asked.label() + "（" + asked.reason() + "）")
				.toList())
			.orElse(List.of());
	}

	private static List<String> fields(List<Problem> problems) {
		return problems.stream()
			.filter(problem -> !isEvidence(problem))
			.map(problem -> CaseField.of(problem.field()).map(CaseField::label).orElse(problem.text()))
			.distinct()
			.toList();
	}

	private static List<String> evidence(List<Problem> problems) {
		return problems.stream().filter(DraftGaps::isEvidence).map(Problem::text).distinct().toList();
	}

	private static boolean isEvidence(Problem problem) {
		return CaseField.of(problem.field()).filter(CaseField.EVIDENCE::equals).isPresent();
	}

	private static List<String> line(String words, List<String> named) {
		if (named.isEmpty()) {
			return List.of();
		}
		String some = String.join("；", named.subList(0, Math.min(NAMED, named.size())));
		return List.of(words.formatted(named.size(), some) + ((named.size() > NAMED) ? "……" : ""));
	}

}
