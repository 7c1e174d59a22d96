package io.huhang.region;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionCall.Question;

/** 附件2 一: a no beside numbers that say yes is asked about (R56, R59). */
class AnswersRule implements RegionRule {

	private final List<Question> questions;

	AnswersRule(RegionCall call) {
		this.questions = call.questions();
	}

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return this.questions.stream().flatMap(question -> check(question, paper));
	}

	private static Stream<Problem> check(Question question, RegionPaper paper) {
		String key = "answer-" + question.key();
		String denied = question.deniedBy()
			.stream()
			.filter(paper::isPositive)
			.map(number -> "“%s”".formatted(paper.label(number)))
			.collect(Collectors.joining("、"));
		if (denied.isEmpty() || !paper.at(key).equals(RegionFields.NO)) {
			return Stream.empty();
		}
		return Stream.of(paper.fields()
			.find(key)
			.orElseThrow()
			.warning("选择了“否”，而%s大于0，请核对；确为如此的，确认后可继续。".formatted(denied), paper.at(key) + denied));
	}

}
