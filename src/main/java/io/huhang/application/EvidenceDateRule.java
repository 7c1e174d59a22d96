package io.huhang.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;

/**
 * 通知二（一）：“2024年度推进实施、取得明显成效” (R15, C23): a paper dated outside of the year, such as a
 * 评测报告 of the next January, is asked about and may stay.
 */
class EvidenceDateRule implements Rule {

	private static final String CLAUSE = "通知二（一）申报要求";

	private final int year;

	EvidenceDateRule(Campaign campaign) {
		this.year = campaign.activityYear();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return context.evidence()
			.stream()
			.flatMap(file -> check(file, form.evidence().date(file), context.today()).stream());
	}

	private Optional<Problem> check(StoredFile file, String typed, LocalDate today) {
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		Optional<LocalDate> date = EstablishedOnRule.firstDay(typed);
		if (date.isEmpty()) {
			return Optional.of(problem(file, "的材料日期不是有效的日期，请按“2024-11-05”或“2024-11”的格式填写，或者留空。"));
		}
		if (date.get().isAfter(today)) {
			return Optional.of(problem(file, "的材料日期晚于今天（%s），请对照材料修改。".formatted(ChineseDates.day(today))));
		}
		return (date.get().getYear() == this.year) ? Optional.empty() : Optional.of(doubt(file, typed));
	}

	private Problem doubt(StoredFile file, String typed) {
		Problem asked = problem(file, "的材料日期（%s）不在%d年度内，申报内容应为%d年度推进实施、取得明显成效的工作，请核对；确能证明该年度工作的，确认后可继续。"
			.formatted(typed, this.year, this.year));
		String seen = Sha256.hex(asked.text() + "\n" + file.id()).substring(0, 16);
		return new Problem(asked.field(), asked.text(), asked.clause(), asked.field() + "/" + seen);
	}

	private static Problem problem(StoredFile file, String text) {
		return new Problem(CaseField.EVIDENCE.key() + "-" + file.id(), "证明材料“%s”%s".formatted(file.name(), text),
				CLAUSE);
	}

}
