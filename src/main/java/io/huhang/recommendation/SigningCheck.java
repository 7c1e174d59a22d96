package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Problem;

import org.springframework.stereotype.Component;

/** What a list must have so that it may be signed as it is, here or on paper. */
@Component
class SigningCheck {

	private static final String CLAUSE = "通知二（二）";

	private final CapRule rule;

	private final CaseApplications cases;

	SigningCheck(CapRule rule, CaseApplications cases) {
		this.rule = rule;
		this.cases = cases;
	}

	/** Everything that stands against signing this list with this approval. */
	List<Problem> problems(Ranking ranking, Approval approval) {
		List<Problem> problems = new ArrayList<>();
		List<String> recommended = ranking.recommended();
		if (this.rule.isExceeded(ranking) && !approval.consentsToExcess()) {
			problems.add(new Problem("excessConsent",
					"名单推荐案例%d个，超过%d个；同意超额推荐的，请另行勾选，不同意的，请退回修改。".formatted(recommended.size(), this.rule.cap()),
					CLAUSE));
		}
		this.cases.all(recommended)
			.stream()
			.filter(found -> !found.live())
			.map(CaseApplication::caseName)
			.forEach(name -> problems
				.add(new Problem("decision", "名单中的“%s”已撤回或者办结，不能签发，请退回经办人调整名单。".formatted(name), CLAUSE)));
		return problems;
	}

}
