package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;
import io.huhang.organization.Levels;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An authority's decisions about its list and what follows from them, each with the
 * letter that tells of it.
 */
@Component
public class ListReviews {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final Levels levels;

	private final ClosingDates closingDates;

	private final Announcements announcements;

	private final CaseApplications cases;

	private final Attachments attachments;

	private final Site site;

	ListReviews(Recommendations recommendations, RankedLists lists, ListDecisions decisions, Levels levels,
			ClosingDates closingDates, Announcements announcements, CaseApplications cases, Attachments attachments,
			Site site) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.levels = levels;
		this.closingDates = closingDates;
		this.announcements = announcements;
		this.cases = cases;
		this.attachments = attachments;
		this.site = site;
	}

	/** 复核: the head's decision about the newest version. */
	@Transactional
	public void review(String taskId, String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		this.recommendations.lock(number);
		// Roles change: who has ranked the list may be a head by now.
		if (this.lists.latest(number).frozenBy().equals(userId)) {
			throw new RefusedException("decision", "本名单由您排序提交，须由其他人复核。请退领任务，由本单位同级人员领取。", "通知二（二）");
		}
		this.decisions.record(taskId, number, Step.REVIEW, verdict, userId);
	}

	/**
	 * Reminds the authority and the notice's contacts that this list has not left yet.
	 */
	@Transactional
	public void remind(String number) {
		Instant closing = this.closingDates.ofRecommendations();
		long daysLeft = this.closingDates.daysLeft(closing);
		if (daysLeft > 0) {
			Map<String, Object> details = Announcements.closing(closing, daysLeft);
			String step = Long.toString(daysLeft);
			tellInvolved("recommendation-reminder", number, step, details);
			this.announcements.tellContacts("recommendation-reminder", number, step, details, List.of());
		}
	}

	/** Ends a list that has not left in time, with a letter to the authority. */
	@Transactional
	public void closeOverdue(String number) {
		this.recommendations.close(number);
		Map<String, Object> details = Announcements.closing(this.closingDates.ofRecommendations(), 0);
		tellInvolved("recommendation-overdue", number, "overdue", details);
	}

	private void tellInvolved(String kind, String number, String step, Map<String, Object> details) {
		String authority = this.recommendations.get(number).authority();
		this.levels.of(authority)
			.reminded()
			.forEach(role -> this.announcements.tellAuthority(kind, number, step, role, details));
	}

	/**
	 * Sends the contacts of the notice annex 3, the manifest and a link to the package
	 * (R22).
	 */
	@Transactional
	public void tellContacts(String number) {
		int version = this.lists.latest(number).version();
		StoredFile annex3 = this.attachments.kept(number, ListDossier.PDF, version).orElseThrow();
		StoredFile manifest = this.attachments.kept(number, Packages.MANIFEST, version).orElseThrow();
		StoredFile bundle = this.attachments.kept(number, Packages.PACKAGE, version).orElseThrow();
		this.announcements.tellContacts("package-sent", number, "v" + version,
				Map.of("packageLink", this.site.link("/files/" + bundle.id()), "caseCount",
						this.lists.latest(number).ranking().recommended().size()),
				List.of(new LetterFile(annex3.name(), annex3.id()), new LetterFile(manifest.name(), manifest.id())));
	}

	/** The cases on the list that has left, with a letter to each applicant. */
	@Transactional
	public List<String> announceRecommended(String number) {
		List<String> recommended = this.lists.latest(number).ranking().recommended();
		recommended
			.forEach(caseNumber -> this.announcements.tellApplicant("case-recommended", caseNumber, number, Map.of()));
		return recommended;
	}

	/**
	 * The passed cases of the authority that are not on a list that has left; each ends
	 * with a letter.
	 */
	@Transactional
	public List<String> closeNotRecommended(String number, boolean overdue) {
		List<String> recommended = overdue ? List.of() : this.lists.latest(number).ranking().recommended();
		List<String> others = this.recommendations.candidatesOf(number)
			.stream()
			.map(CaseApplication::number)
			.filter(caseNumber -> !recommended.contains(caseNumber))
			.toList();
		others.forEach(caseNumber -> {
			this.cases.close(caseNumber);
			this.announcements.tellApplicant("case-not-recommended", caseNumber, number, Map.of());
		});
		return others;
	}

	/** When the list must have left, as people read it. */
	public String deadline() {
		return ChineseDates.deadline(this.closingDates.ofRecommendations());
	}

}
