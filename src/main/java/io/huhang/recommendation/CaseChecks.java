package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseField;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.recommendation.Review.Step;

import org.springframework.stereotype.Component;

/**
 * What the officer ticks while reading a revision, before it is decided: which fields and
 * files, and why.
 */
@Component
public class CaseChecks {

	/** The form of 网上预审. */
	public static final String PRE_CHECK = "preCheckCase";

	/** The form of 审核. */
	public static final String CHECK = "checkCase";

	private final Revisions revisions;

	private final Drafts drafts;

	private final Corrections corrections;

	private final CheckSheets sheets;

	private final CheckSheetRule sheetRule;

	CaseChecks(Revisions revisions, Drafts drafts, Corrections corrections, CheckSheets sheets, Campaign campaign) {
		this.revisions = revisions;
		this.drafts = drafts;
		this.corrections = corrections;
		this.sheets = sheets;
		this.sheetRule = new CheckSheetRule(campaign.criteria());
	}

	/** The draft form of a revision's check. */
	public static String form(String task, int revision) {
		return task + "-r" + revision;
	}

	/** What has been typed so far about the newest revision. */
	public CaseCheck draft(String number, String task) {
		return this.drafts.read(number, form(task, this.revisions.newest(number)), CaseCheck.class, CaseCheck.empty());
	}

	/**
	 * What may be ticked in a revision, in the annex's order, each with its label. The
	 * sealed scan is there only once it was handed in.
	 */
	public static Map<String, String> targets(Revision revision, boolean sealed) {
		Map<String, String> targets = new LinkedHashMap<>();
		for (CaseField field : CaseField.values()) {
			if (field != CaseField.PRE_CHECK_WANTED && !isVoid(field, revision)) {
				targets.put(field.key(), field.label());
			}
			if (field == CaseField.EVIDENCE) {
				revision.evidence().forEach(file -> targets.put(Correction.file(file.id()), "证明材料 " + file.name()));
			}
		}
		if (sealed) {
			targets.put(Correction.SCAN, "申报书盖章扫描件");
		}
		return targets;
	}

	// Hardly anybody has to give this reason.
	private static boolean isVoid(CaseField field, Revision revision) {
		return field == CaseField.UNIFIED_CODE_REASON && field.value(revision.form()).isEmpty();
	}

	/** Everything that stands against the decision as drafted. */
	public List<Problem> check(String number, String task) {
		CaseCheck draft = draft(number, task);
		Verdict verdict = completed(draft.verdict(), draft.corrections());
		List<Problem> problems = new ArrayList<>();
		verdict.problem(allowed(task)).ifPresent(problems::add);
		problems.addAll(rule(number, task).check(verdict.decision(), draft.corrections()));
		if (CHECK.equals(task)) {
			problems.addAll(this.sheetRule.check(verdict.decision(), draft.sheet()));
		}
		return problems;
	}

	/**
	 * Keeps what was ticked, if the case goes back with this decision, and what was
	 * scored.
	 * @return the decision with a remark, also where the ticks alone say why
	 * @throws RefusedException if ticks or scores do not go with the decision
	 */
	Verdict settle(String taskId, CaseApplication application, Step step, Verdict verdict) {
		String task = (step == Step.PRE_CHECK) ? PRE_CHECK : CHECK;
		String number = application.number();
		CaseCheck draft = draft(number, task);
		List<Correction> ticked = draft.corrections();
		Verdict completed = completed(verdict, ticked);
		completed.require(allowed(task));
		boolean returned = Verdict.RETURN.equals(verdict.decision());
		if (returned || !ticked.isEmpty()) {
			require(rule(number, task).check(verdict.decision(), ticked));
		}
		if (returned) {
			this.corrections.record(taskId, number, this.revisions.newest(number), ticked);
		}
		if (step == Step.CHECK) {
			require(this.sheetRule.check(verdict.decision(), draft.sheet()));
			this.sheets.record(taskId, application.authority(), number, this.revisions.newest(number), draft.sheet());
		}
		return completed;
	}

	private static void require(List<Problem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	private static String[] allowed(String task) {
		return PRE_CHECK.equals(task) ? new String[] { Verdict.PASS, Verdict.RETURN }
				: new String[] { Verdict.PASS, Verdict.RETURN, Verdict.REFUSE };
	}

	private CorrectionsRule rule(String number, String task) {
		return new CorrectionsRule(targets(this.revisions.latest(number).orElseThrow(), CHECK.equals(task)));
	}

	private static Verdict completed(Verdict verdict, List<Correction> corrections) {
		return (Verdict.RETURN.equals(verdict.decision()) && verdict.reason().isEmpty())
				? new Verdict(verdict.decision(), "共%d处须补正，要求见逐处说明。".formatted(corrections.size())) : verdict;
	}

}
