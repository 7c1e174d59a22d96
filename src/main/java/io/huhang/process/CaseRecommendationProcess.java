package io.huhang.process;

import java.util.Date;
import java.util.List;
import java.util.Set;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Lateness;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.CoveringLetters;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ElectronicReception;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListExpiry;
import io.huhang.recommendation.ListReception;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.Packages;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.RegionEnclosures;
import io.huhang.recommendation.RequestedWithdrawals;
import io.huhang.recommendation.Reopening;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** 典型案例推荐: what {@code case-recommendation.bpmn} calls, under the ids of its elements. */
@Diagram("caseRecommendation")
public class CaseRecommendationProcess {

	/** Id of the process. */
	public static final String KEY = "case-recommendation";

	/** What the start form sends: the fields of {@link StartCaseRecommendation}. */
	public static final Set<String> START_ANSWERS = Set.of("mode");

	/** Tasks whose embedded form sends a decision beside what it has drafted. */
	public static final Set<String> DECISION_TASKS = Set.of("reviewRanking");

	/** The mode in which two authorities recommend together (联合推荐). */
	public static final String JOINT = "JOINT";

	/** Message: the joint act is given up. */
	public static final String GIVEN_UP = "jointActGivenUp";

	/** Message: a case on the frozen list was withdrawn. */
	public static final String CASE_WITHDRAWN = "listedCaseWithdrawn";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListReviews reviews;

	private final ListExpiry expiry;

	private final LeftBehind leftBehind;

	private final PartnerReviews partnerReviews;

	private final ListApprovals approvals;

	private final Levels levels;

	private final ListDossier dossier;

	private final Dispatches dispatches;

	private final RequestedWithdrawals withdrawals;

	private final CoveringLetters letters;

	private final RegionEnclosures enclosures;

	private final Packages packages;

	private final ListReception reception;

	private final ElectronicReception electronicReception;

	private final ClosingDates closingDates;

	private final People people;

	private final Authorities authorities;

	private final RuntimeService runtime;

	private final Lateness lateness;

	private final FormReader forms;

	CaseRecommendationProcess(Recommendations recommendations, RankedLists lists, ListDecisions decisions,
			ListReviews reviews, ListExpiry expiry, LeftBehind leftBehind, PartnerReviews partnerReviews,
			ListApprovals approvals, Levels levels, ListDossier dossier, Dispatches dispatches,
			RequestedWithdrawals withdrawals, CoveringLetters letters, RegionEnclosures enclosures, Packages packages,
			ListReception reception, ElectronicReception electronicReception, ClosingDates closingDates, People people,
			Authorities authorities, RuntimeService runtime, Lateness lateness, FormReader forms) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.reviews = reviews;
		this.expiry = expiry;
		this.leftBehind = leftBehind;
		this.partnerReviews = partnerReviews;
		this.approvals = approvals;
		this.levels = levels;
		this.dossier = dossier;
		this.dispatches = dispatches;
		this.withdrawals = withdrawals;
		this.letters = letters;
		this.enclosures = enclosures;
		this.packages = packages;
		this.reception = reception;
		this.electronicReception = electronicReception;
		this.closingDates = closingDates;
		this.people = people;
		this.authorities = authorities;
		this.runtime = runtime;
		this.lateness = lateness;
		this.forms = forms;
	}

	/**
	 * caseRecommendationStarted: opens the recommendation of the officer's own authority.
	 */
	public void open(DelegateExecution execution) {
		String userId = Actor.of(execution);
		Authority authority = this.authorities.get(this.people.get(userId).organization());
		boolean joint = this.forms.read(execution, StartCaseRecommendation.class).isJoint();
		Recommendation opened = this.recommendations.open(authority, joint, userId);
		execution.setProcessBusinessKey(opened.number());
		execution.setVariable(ProcessVariables.RECOMMENDATION_NUMBER, opened.number());
		execution.setVariable(ProcessVariables.AUTHORITY, authority.key());
		execution.setVariable(ProcessVariables.PARTNER, opened.partner());
		execution.setVariable(ProcessVariables.ENTERPRISE_NAME, this.authorities.names(opened.authorities()));
	}

	/** The first instant that is too late for the list. */
	public Date closing(String number) {
		return Date.from(this.closingDates.ofRecommendation(number));
	}

	/** When a timer ends the work: behind the grace for requests that began in time. */
	public Date ending(String number) {
		return Date.from(this.lateness.ending(this.closingDates.ofRecommendation(number)));
	}

	/** rankCases: freezes a version of the list. */
	public void rankCases(DelegateTask task) {
		this.lists.freeze(number(task), Actor.of(task));
	}

	/** Whether the list needs no review of its own: the levels are merged. */
	public boolean rankingReviewMerged(String number) {
		return !this.levels.of(this.recommendations.get(number).authority()).reviewsLists();
	}

	/** reviewRanking. */
	public void reviewRanking(DelegateTask task) {
		Verdict verdict = this.forms.read(task, ReviewRanking.class).verdict();
		this.reviews.review(task.getId(), number(task), verdict, Actor.of(task));
	}

	/** Whether the head sends the list back to the officer. */
	public boolean rankingReturned(String number) {
		return this.decisions.returned(number, Step.REVIEW);
	}

	/** Whether another authority has to consent. */
	public boolean joint(String number) {
		return this.recommendations.get(number).isJoint();
	}

	/** Asks the joining authority, and says if an earlier consent is void. */
	public void askPartner(String number) {
		this.partnerReviews.ask(number);
	}

	/** commentRanking. */
	public void commentRanking(DelegateTask task) {
		this.partnerReviews.comment(task.getId(), number(task), Actor.of(task));
	}

	/**
	 * Groups that consentRanking is offered to: who consents, and the officers, who may
	 * record a consent given on paper.
	 */
	public List<String> consenters(String number) {
		return this.levels.approvers(this.recommendations.get(number).partner());
	}

	/** consentRanking: of this version and no other. */
	public void consentRanking(DelegateTask task) {
		this.partnerReviews.consent(task.getId(), number(task), Actor.of(task));
	}

	/** Whether the joining authority sends the list back. */
	public boolean consentRefused(String number) {
		return this.decisions.returned(number, Step.CONSENT);
	}

	/**
	 * Groups that approveRecommendation is offered to: who approves, and the officers,
	 * who may record an approval given on paper.
	 */
	public List<String> approvers(String number) {
		return this.levels.approvers(this.recommendations.get(number).authority());
	}

	/**
	 * approveRecommendation: decides online, or records what was signed on paper.
	 */
	public void approveRecommendation(DelegateTask task) {
		this.approvals.approve(task.getId(), number(task), Actor.of(task));
	}

	/** Whether the leader sends the list back to the officer. */
	public boolean approvalReturned(String number) {
		return this.decisions.returned(number, Step.APPROVE);
	}

	/** generateAnnex3. */
	public void generateDocuments(String number) {
		this.dossier.generate(number);
	}

	/** sealRecommendation: records seals and dispatch, also of what goes along. */
	public void sealRecommendation(DelegateTask task) {
		String number = number(task);
		this.dispatches.dispatch(number, Actor.of(task));
		this.withdrawals.declineSent(number, Actor.of(task));
		correlate(RegionApplicationProcess.LEFT_WITH_LIST, this.enclosures.leave(number));
	}

	/** recordNotReported: what becomes of the list is for the bureau to decide. */
	public void recordNotReported(String number) {
		this.expiry.record(number);
	}

	/** Until when decideReopening may be answered. */
	public Date reopeningLimit(String number) {
		return Date.from(this.closingDates.ofReopening());
	}

	/** decideReopening. */
	public void decideReopening(DelegateTask task) {
		this.expiry.decide(number(task), this.forms.read(task, DecideReopening.class).answer(), Actor.of(task));
	}

	/** Whether the bureau has opened the list again. */
	public boolean reopened(String number) {
		return this.expiry.isReopened(number);
	}

	/** recommendationOverdue: ends the list, and the cases that waited for it. */
	public void endOverdue(String number) {
		this.expiry.end(number);
		correlate(CaseApplicationProcess.NOT_RECOMMENDED, this.reviews.closeNotRecommended(number, true));
		this.leftBehind.endWith(number, false);
	}

	/**
	 * assemblePackage, assembleCorrectedPackage: the 报送函 as it was sent, and everything
	 * with it.
	 */
	public void assemblePackage(String number) {
		this.letters.keep(number);
		this.packages.assemble(number);
	}

	/** tellContacts, sendCorrectedPackage. */
	public void tellContacts(String number) {
		this.reviews.tellContacts(number);
	}

	/** informCases: tells each case's own instance whether it is recommended. */
	public void informCases(String number) {
		correlate(CaseApplicationProcess.RECOMMENDED, this.reviews.announceRecommended(number));
		correlate(CaseApplicationProcess.NOT_RECOMMENDED, this.reviews.closeNotRecommended(number, false));
		this.leftBehind.endWith(number, true);
	}

	/** registerCasePaper: tells the cases that were not received. */
	public void registerCasePaper(DelegateTask task) {
		String number = number(task);
		this.reception.register(task.getId(), number, Actor.of(task));
		correlate(CaseApplicationProcess.NOT_RECEIVED, this.reception.closeRefused(number));
	}

	/** Whether the ministry has refused the list as a whole. */
	public boolean listRefused(String number) {
		return this.reception.isRefused(number);
	}

	/** Whether paper has to be supplied before the list is received. */
	public boolean paperMissing(String number) {
		return this.reception.isMissing(number);
	}

	/** Until when what is missing should be sent. */
	public Date supplementDue(String number) {
		return Date.from(this.reception.supplementDue(number));
	}

	/** supplyPaper. */
	public void supplyPaper(DelegateTask task) {
		this.reception.supply(task.getId(), number(task), Actor.of(task));
	}

	/** confirmElectronicSet. */
	public void confirmElectronicSet(DelegateTask task) {
		this.electronicReception.compare(task.getId(), number(task), Actor.of(task));
	}

	/** Whether the electronic set has to be corrected and compared again. */
	public boolean electronicSetDiffers(String number) {
		return this.electronicReception.differs(number);
	}

	/** Until when what differs should be corrected. */
	public Date correctionDue(String number) {
		return Date.from(this.electronicReception.correctionDue(number));
	}

	/** correctElectronicSet: the package is then assembled and sent anew. */
	public void correctElectronicSet(DelegateTask task) {
		this.electronicReception.correct(task.getId(), number(task), Actor.of(task));
	}

	private void correlate(String message, List<String> numbers) {
		numbers.forEach(number -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(number)
			.correlate());
	}

	private static String number(VariableScope scope) {
		return (String) scope.getVariable(ProcessVariables.RECOMMENDATION_NUMBER);
	}

	/** What startCaseRecommendation asks. */
	record StartCaseRecommendation(String mode) {

		boolean isJoint() {
			return JOINT.equals(this.mode);
		}

	}

	/** Answers of reviewRanking.html. */
	record ReviewRanking(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

	/** Answers of decideReopening.form. */
	record DecideReopening(String decision, String closing, String reason) {

		Reopening answer() {
			return new Reopening(this.decision, this.closing, this.reason);
		}

	}

}
