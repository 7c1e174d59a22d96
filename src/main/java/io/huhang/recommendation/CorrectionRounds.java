package io.huhang.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.application.CaseField;
import io.huhang.application.Revision;
import io.huhang.application.RevisionChange;
import io.huhang.application.RevisionChanges;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.Review.Step;

import org.springframework.stereotype.Component;

/**
 * 补正: what was asked for when a case went back, and what the applicant then changed,
 * asked for or not (通知二（二）).
 */
@Component
public class CorrectionRounds {

	private final Reviews reviews;

	private final Corrections corrections;

	private final Revisions revisions;

	private final RevisionChanges changes;

	CorrectionRounds(Reviews reviews, Corrections corrections, Revisions revisions, RevisionChanges changes) {
		this.reviews = reviews;
		this.corrections = corrections;
		this.revisions = revisions;
		this.changes = changes;
	}

	/** One place that was ticked, as people read it. */
	public record Asked(String target, String label, String reason) {
	}

	/** A change, and whether it had been asked for. */
	public record Change(RevisionChange change, boolean asked) {
	}

	/**
	 * What the applicant answered to a return.
	 *
	 * @param older the revision that went back
	 * @param newer the revision that came instead
	 * @param asked what had been asked for
	 * @param changes every difference between the two
	 * @param untouched what had been asked for and is as it was
	 */
	public record Answer(int older, int newer, List<Asked> asked, List<Change> changes, List<Asked> untouched) {
	}

	/** The newest return to the applicant, if there ever was one. */
	public Optional<Review> returned(String caseNumber) {
		return this.reviews.of(caseNumber)
			.stream()
			.filter(review -> review.verdict().decision().equals(Verdict.RETURN) && review.step() != Step.REVIEW)
			.reduce((first, last) -> last);
	}

	/** What this revision was asked to correct, with labels. */
	public List<Asked> asked(String caseNumber, int revision) {
		List<Correction> ticked = this.corrections.of(caseNumber, revision);
		if (ticked.isEmpty()) {
			return List.of();
		}
		Map<String, String> labels = CaseChecks.targets(this.revisions.get(caseNumber, revision), true);
		return ticked.stream()
			.map(item -> new Asked(item.target(), labels.getOrDefault(item.target(), item.target()), item.reason()))
			.toList();
	}

	/** What came back after the newest return; empty until something has. */
	public Optional<Answer> answer(String caseNumber) {
		int newest = this.revisions.newest(caseNumber);
		return returned(caseNumber).map(Review::revision)
			.filter(older -> older < newest)
			.map(older -> answer(this.revisions.get(caseNumber, older), this.revisions.get(caseNumber, newest)));
	}

	/**
	 * Doubts about a draft that is to answer a return: each place that was to be
	 * corrected and is as it was, unless the applicant has confirmed it.
	 */
	public List<Problem> doubts(String caseNumber) {
		int newest = this.revisions.newest(caseNumber);
		if (returned(caseNumber).filter(review -> review.revision() == newest).isEmpty()) {
			return List.of();
		}
		List<String> confirmed = this.revisions.draft(caseNumber).confirmations();
		return answer(this.revisions.get(caseNumber, newest), this.revisions.pending(caseNumber)).untouched()
			.stream()
			.map(item -> doubt(item, newest))
			.filter(doubt -> !confirmed.contains(doubt.confirmation()))
			.toList();
	}

	private static Problem doubt(Asked item, int revision) {
		return new Problem(item.target(), "“%s”要求补正，现与第%d版相同，请核对。".formatted(item.label(), revision), "通知二（二）",
				"untouched/%d/%s".formatted(revision, item.target()));
	}

	private Answer answer(Revision older, Revision newer) {
		List<Asked> asked = asked(older.caseNumber(), older.revision());
		Set<String> targets = asked.stream().map(Asked::target).collect(Collectors.toSet());
		List<Change> flagged = this.changes.between(older, newer)
			.stream()
			// Whether to ask for a check before sealing is no content of the application.
			.filter(change -> !change.target().equals(CaseField.PRE_CHECK_WANTED.key()))
			.map(change -> new Change(change, isAsked(change, targets)))
			.toList();
		Set<String> changed = flagged.stream().map(change -> change.change().target()).collect(Collectors.toSet());
		boolean files = changed.stream().anyMatch(Correction::isFile);
		// Each revision is sealed and scanned anew, and new evidence is any file's
		// change.
		List<Asked> untouched = asked.stream()
			.filter(item -> !item.target().equals(Correction.SCAN) && !changed.contains(item.target())
					&& !(item.target().equals(CaseField.EVIDENCE.key()) && files))
			.toList();
		return new Answer(older.revision(), newer.revision(), asked, flagged, untouched);
	}

	// A file that takes the place of a ticked one is a new file.
	private static boolean isAsked(RevisionChange change, Set<String> targets) {
		if (targets.contains(change.target())) {
			return true;
		}
		if (!Correction.isFile(change.target())) {
			return false;
		}
		return targets.contains(CaseField.EVIDENCE.key())
				|| (change.before().isEmpty() && targets.stream().anyMatch(Correction::isFile));
	}

}
