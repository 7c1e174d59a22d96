package io.huhang.electronic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicChecks.Corrected;

import org.springframework.stereotype.Component;

/**
 * 更正电子材料: the authority's officer answers what the coordinator found to differ, and
 * replaces the scans that are wrong (附件1, 附件2 填表须知四: electronic equals paper).
 */
@Component
public class ElectronicCorrections {

	private static final String FORM = "correctElectronicSet";

	private static final int LONGEST_REMARK = 2000;

	private final ElectronicChecks checks;

	private final PaperScans scans;

	private final Drafts drafts;

	ElectronicCorrections(ElectronicChecks checks, PaperScans scans, Drafts drafts) {
		this.checks = checks;
		this.scans = scans;
		this.drafts = drafts;
	}

	/** The comparison that found a difference. */
	public Check asked(String number) {
		return this.checks.newest(number).filter(Check::differs).orElseThrow();
	}

	/** The draft form of the answer to the newest comparison. */
	public String form(String number) {
		return "%s-%d".formatted(FORM, asked(number).round());
	}

	/** What has been typed so far. */
	public ElectronicCorrection draft(String number) {
		return this.drafts.read(number, form(number), ElectronicCorrection.class, ElectronicCorrection.empty());
	}

	/** Until when it is to be corrected. */
	public Instant dueAt(String number) {
		return asked(number).dueAt().orElseThrow();
	}

	/** Everything that stands against recording what is drafted. */
	public List<Problem> check(ElectronicSet set, String number) {
		ElectronicCorrection correction = draft(number);
		List<Problem> problems = new ArrayList<>();
		String clause = ElectronicComparisons.clause(set);
		set.papers(number)
			.stream()
			.filter(paper -> paper.scan().isEmpty())
			.map(paper -> new Problem(paper.field(), "%s：请上传盖章后的扫描件。".formatted(paper.called()), clause))
			.forEach(problems::add);
		problems.addAll(this.scans.problems(set, number, correction.confirmations()));
		if (correction.remark().isEmpty() && replaced(set, number).isEmpty()) {
			problems.add(new Problem("remark", "没有更换扫描件的，请在“更正说明”中写明处理情况，协调人将看到这段文字。", clause));
		}
		if (correction.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "更正说明超过%d字，请删减。".formatted(LONGEST_REMARK), clause));
		}
		return problems;
	}

	/** The papers whose scans were replaced since they were found to differ. */
	private List<String> replaced(ElectronicSet set, String number) {
		Instant since = asked(number).checkedAt();
		return set.papers(number)
			.stream()
			.filter(paper -> paper.scan().filter(scan -> scan.addedAt().isAfter(since)).isPresent())
			.map(SealedPaper::called)
			.toList();
	}

	/**
	 * Records what was corrected, for whoever has locked what the set belongs to; the
	 * package is then made anew, and compared again.
	 * @return the comparison that is answered, and how
	 * @throws RefusedException if a scan is missing or not of its paper, or nothing says
	 * what was done
	 */
	public Check correct(String taskId, ElectronicSet set, String number, String userId) {
		List<Problem> problems = check(set, number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.checks.correct(taskId, number, asked(number).round(), draft(number), replaced(set, number), userId);
		return asked(number);
	}

	/** What a letter about a comparison that was answered says. */
	public static Map<String, Object> details(Check answered) {
		Corrected corrected = answered.corrected().orElseThrow();
		return Map.of("replaced", corrected.replaced(), "remark", corrected.remark());
	}

}
