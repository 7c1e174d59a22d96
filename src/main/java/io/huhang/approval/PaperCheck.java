package io.huhang.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.huhang.approval.Signature;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.TypedDay;
import io.huhang.document.Part;

/**
 * What a record of a signature on paper must have (线下签批): signer, date and scan.
 *
 * @param earliest the day on which the paper could be signed first
 * @param today the day of the record
 * @param recorder name of the officer who records
 * @param subject what was put before the signer, such as 名单
 * @param objection why somebody of this name cannot have signed; empty for who can
 */
public record PaperCheck(LocalDate earliest, LocalDate today, String recorder, String subject,
		Function<String, Optional<String>> objection) {

	static final int LONGEST_NAME = 100;

	private static final String CLAUSE = "系统规则";

	/** Everything that stands against recording this. */
	public List<Problem> problems(Signature signature, Verdict verdict, Optional<StoredFile> scan) {
		List<Problem> problems = new ArrayList<>();
		scan(scan).map(text -> new Problem("approvalScan", text, CLAUSE)).ifPresent(problems::add);
		signer(signature.signer()).map(text -> new Problem("signer", text, CLAUSE)).ifPresent(problems::add);
		signedOn(signature.signedOn()).map(text -> new Problem("signedOn", text, CLAUSE)).ifPresent(problems::add);
		verdict.problem(Verdict.PASS, Verdict.RETURN)
			.map(problem -> new Problem(problem.field(), problem.text(), CLAUSE))
			.ifPresent(problems::add);
		return problems;
	}

	private static Optional<String> scan(Optional<StoredFile> scan) {
		if (scan.isEmpty()) {
			return Optional.of("请上传领导签批后的签报扫描件。");
		}
		return scan.filter(file -> !Part.bindable(file.mediaType())).map(file -> "签报扫描件须为PDF或图片文件，请重新上传。");
	}

	private Optional<String> signer(String signer) {
		if (signer.isEmpty()) {
			return Optional.of("请填写签批人姓名。");
		}
		if (signer.length() > LONGEST_NAME) {
			return Optional.of("签批人姓名超过%d字，请核对。".formatted(LONGEST_NAME));
		}
		return PaperSigners.same(signer, this.recorder) ? Optional.of("签批人不能是登记人本人，请按签报上的签名填写。")
				: this.objection.apply(signer);
	}

	private Optional<String> signedOn(String typed) {
		return new TypedDay("签批日期", typed).fault("请填写签报上的签批日期。", day -> {
			if (day.isAfter(this.today)) {
				return Optional.of("签批日期不能晚于今天（%s）。".formatted(ChineseDates.day(this.today)));
			}
			return day.isBefore(this.earliest)
					? Optional.of("签批日期不能早于%s报请签发的日期（%s）。".formatted(this.subject, ChineseDates.day(this.earliest)))
					: Optional.empty();
		});
	}

}
