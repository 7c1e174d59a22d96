package io.huhang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.region.RegionDecision.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会签 of a joint application by the authority that joins it (通知二（一）: 可单独或者联合申报; C14): its
 * leader consents to exactly one revision. A later revision needs a consent of its own.
 */
@Component
public class RegionConsents {

	/** The form of the consent. */
	public static final String FORM = "consentRegionApplication";

	private static final String CLAUSE = "通知二（一）";

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionReviews reviews;

	private final RegionAnnouncements announcements;

	private final Drafts drafts;

	private final People people;

	private final Levels levels;

	RegionConsents(RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionReviews reviews, RegionAnnouncements announcements, Drafts drafts, People people, Levels levels) {
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.reviews = reviews;
		this.announcements = announcements;
		this.drafts = drafts;
		this.people = people;
		this.levels = levels;
	}

	/** The draft form of a revision, so that a new one begins with no tick. */
	public static String form(int revision) {
		return FORM + "-v" + revision;
	}

	/** What has been typed so far about the newest revision. */
	public PartnerOpinion draft(String number) {
		return this.drafts.read(number, form(newest(number).revision()), PartnerOpinion.class, PartnerOpinion.empty());
	}

	/** Asks the joining authority, and says so where an earlier consent is void. */
	@Transactional
	public void ask(String number) {
		String partner = this.applications.get(number).partner();
		int revision = newest(number).revision();
		boolean again = this.decisions.of(number)
			.stream()
			.anyMatch(
					decision -> decision.step() == Step.CONSENT && Verdict.PASS.equals(decision.verdict().decision()));
		this.announcements.tell(again ? "region-consent-void" : "region-consent-asked", number, "v" + revision,
				this.announcements.people(partner,
						Stream.concat(Stream.of(Role.OFFICER), this.levels.of(partner).approvers().stream()).toList()),
				Map.of("revision", revision));
	}

	/** Everything that stands against this person's opinion as drafted. */
	public List<Problem> check(String number, Person person) {
		PartnerOpinion opinion = draft(number);
		List<Problem> problems = new ArrayList<>();
		if (this.decisions.involved(number).contains(person.id())) {
			// People change their authority: who has filled it in may lead the partner.
			problems.add(new Problem("decision", "本申报书由您参与填报或者审核，须由其他人会签。", "系统规则"));
		}
		opinion.verdict()
			.problem(Verdict.PASS, Verdict.RETURN)
			.map(problem -> new Problem(problem.field(), problem.text(), CLAUSE))
			.ifPresent(problems::add);
		RegionRevision revision = newest(number);
		if (Verdict.PASS.equals(opinion.decision()) && !revision.fingerprint().equals(opinion.fingerprint())) {
			problems.add(new Problem("fingerprint",
					"请勾选同意第%d版申报书；申报书刚有改动的，请刷新页面、重新审阅后勾选。".formatted(revision.revision()), CLAUSE));
		}
		return problems;
	}

	/**
	 * Records the leader's consent to the revision whose fingerprint it names, or why the
	 * application goes back.
	 * @throws RefusedException if it is another revision, or the person is not of the
	 * joining authority
	 */
	@Transactional
	public void consent(String taskId, String number, String userId) {
		RegionApplication application = this.applications.lock(number);
		Person person = this.people.get(userId);
		if (!person.organization().equals(application.partner())) {
			throw new RefusedException("task", "申报书由联合申报单位会签，其他单位人员不能办理。", "系统规则");
		}
		List<Problem> problems = check(number, person);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		PartnerOpinion opinion = draft(number);
		this.reviews.decide(taskId, number, Step.CONSENT, opinion.verdict(), userId);
	}

	private RegionRevision newest(String number) {
		return this.revisions.latest(number).orElseThrow();
	}

}
