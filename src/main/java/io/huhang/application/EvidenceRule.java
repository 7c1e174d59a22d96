package io.huhang.application;

import java.util.Arrays;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Problem;

/** 附件1 三“需附…等相关证明材料” (R45..R49): at least one file. */
class EvidenceRule implements Rule {

	private final Campaign campaign;

	EvidenceRule(Campaign campaign) {
		this.campaign = campaign;
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (context.evidenceCount() > 0) {
			return Stream.empty();
		}
		String demanded = this.campaign.direction(form.direction()).map(EvidenceRule::demanded).orElse("");
		return Stream.of(CaseField.EVIDENCE.problem("尚未上传。%s请至少上传一份。".formatted(demanded)));
	}

	// The sentence of the annex that names the papers.
	private static String demanded(Direction direction) {
		return Arrays.stream(direction.guidance().split("(?<=。)"))
			.filter(sentence -> sentence.contains("需附"))
			.findFirst()
			.orElse("");
	}

}
