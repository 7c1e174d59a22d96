package io.huhang.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.People;
import io.huhang.organization.Role;
import io.huhang.recommendation.ElectronicChecks.Check;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 更正电子材料: the authority's officer answers what the coordinator found to differ, and
 * replaces the scans that are wrong (附件1 填表须知四: electronic equals paper).
 */
@Component
public class ElectronicCorrections {

	/** The form whose draft is recorded. */
	public static final String FORM = "correctElectronicSet";

	private static final String CLAUSE = "附件1 填表须知四";

	private static final int LONGEST_REMARK = 2000;

	private final Recommendations recommendations;

	private final ElectronicChecks checks;

	private final ListScans scans;

	private final Announcements announcements;

	private final People people;

	private final Drafts drafts;

	ElectronicCorrections(Recommendations recommendations, ElectronicChecks checks, ListScans scans,
			Announcements announcements, People people, Drafts drafts) {
		this.recommendations = recommendations;
		this.checks = checks;
		this.scans = scans;
		this.announcements = announcements;
		this.people = people;
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
	public List<Problem> check(String number) {
		ElectronicCorrection correction = draft(number);
		List<Problem> problems = new ArrayList<>();
		this.scans.papers(number)
			.stream()
			.filter(paper -> paper.scan().isEmpty())
			.map(paper -> new Problem(paper.field(), "%s：请上传盖章后的扫描件。".formatted(paper.called()), CLAUSE))
			.forEach(problems::add);
		problems.addAll(this.scans.problems(number, correction.confirmations()));
		if (correction.remark().isEmpty() && replaced(number).isEmpty()) {
			problems.add(new Problem("remark", "没有更换扫描件的，请在“更正说明”中写明处理情况，协调人将看到这段文字。", CLAUSE));
		}
		if (correction.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "更正说明超过%d字，请删减。".formatted(LONGEST_REMARK), CLAUSE));
		}
		return problems;
	}

	/** The papers whose scans were replaced since they were found to differ. */
	private List<String> replaced(String number) {
		Instant since = asked(number).checkedAt();
		return this.scans.papers(number)
			.stream()
			.filter(paper -> paper.scan().filter(scan -> scan.addedAt().isAfter(since)).isPresent())
			.map(ListScans.Paper::called)
			.toList();
	}

	/**
	 * Records what was corrected; the package is then made anew, and compared again.
	 * @throws RefusedException if a scan is missing or not of its paper, or nothing says
	 * what was done
	 */
	@Transactional
	public void correct(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		List<Problem> problems = check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		ElectronicCorrection correction = draft(number);
		List<String> replaced = replaced(number);
		this.checks.correct(taskId, number, correction, replaced, userId);
		this.announcements.tell("electronic-set-corrected", number, "correction-" + asked(number).round(),
				this.people.with(Role.COORDINATOR, ""), Map.of("replaced", replaced, "remark", correction.remark()));
	}

}
