package io.huhang.process;

import java.util.Date;
import java.util.List;
import java.util.Set;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseApplications.Opening;
import io.huhang.application.CaseDossier;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.MissedFilings;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** 典型案例申报: what {@code case-application.bpmn} calls, under the ids of its elements. */
@Diagram("caseApplication")
public class CaseApplicationProcess {

	/** Id of the process. */
	public static final String KEY = "case-application";

	/** Message: the list with this case has left. */
	public static final String RECOMMENDED = "caseRecommended";

	/** Message: the case is not on the list. */
	public static final String NOT_RECOMMENDED = "caseNotRecommended";

	/** Message: the list closed before the case was checked. */
	public static final String LIST_CLOSED = "listClosed";

	/**
	 * Message: the ministry has not received the case, since its list was above the cap.
	 */
	public static final String NOT_RECEIVED = "caseNotReceived";

	/** Message: the case was not selected. */
	public static final String NOT_SELECTED = "caseNotSelected";

	/** Message: the case was not handed in in time, which is recorded and told. */
	public static final String FILING_ENDED = "filingEnded";

	/** Message: the applicant took the case back. */
	public static final String WITHDRAWN = "caseWithdrawn";

	/** What the start form sends: the fields of {@link StartCaseApplication}. */
	public static final Set<String> START_ANSWERS = Set.of("authority", "direction", "privacyVersion");

	/** Tasks whose embedded form sends a decision beside what it has drafted. */
	public static final Set<String> DECISION_TASKS = Set.of("preCheckCase", "checkCase", "reviewCase");

	/** What those forms send: the fields of {@link CheckCase}. */
	public static final Set<String> DECISION_ANSWERS = Set.of("decision", "reason");

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Filings filings;

	private final CaseDossier dossier;

	private final CaseReviews caseReviews;

	private final MissedFilings missedFilings;

	private final Reviews reviews;

	private final Levels levels;

	private final ClosingDates closingDates;

	private final People people;

	private final Enterprises enterprises;

	private final Campaign campaign;

	private final Lateness lateness;

	private final FormReader forms;

	CaseApplicationProcess(CaseApplications cases, Revisions revisions, Filings filings, CaseDossier dossier,
			CaseReviews caseReviews, MissedFilings missedFilings, Reviews reviews, Levels levels,
			ClosingDates closingDates, People people, Enterprises enterprises, Campaign campaign, Lateness lateness,
			FormReader forms) {
		this.cases = cases;
		this.revisions = revisions;
		this.filings = filings;
		this.dossier = dossier;
		this.caseReviews = caseReviews;
		this.missedFilings = missedFilings;
		this.reviews = reviews;
		this.levels = levels;
		this.closingDates = closingDates;
		this.people = people;
		this.enterprises = enterprises;
		this.campaign = campaign;
		this.lateness = lateness;
		this.forms = forms;
	}

	/** What startCaseApplication asks. */
	record StartCaseApplication(String authority, String direction, String privacyVersion) {
	}

	/** caseApplicationStarted: gives the case its number. */
	public void open(DelegateExecution execution) {
		StartCaseApplication start = this.forms.read(execution, StartCaseApplication.class);
		String applicant = (String) execution.getVariable(ProcessVariables.APPLICANT);
		String uscc = this.people.get(applicant).organization();
		requireContact(uscc, applicant);
		CaseApplication opened = this.cases.open(
				new Opening(start.authority(), start.direction(), start.privacyVersion()), this.enterprises.get(uscc),
				applicant, this.closingDates.ofFirstFilings(start.authority()));
		execution.setProcessBusinessKey(opened.number());
		execution.setVariable(ProcessVariables.CASE_NUMBER, opened.number());
		execution.setVariable(ProcessVariables.AUTHORITY, opened.authority());
		entitle(execution, opened);
	}

	/**
	 * Who finds the enterprise's next task claimed: its contact, who alone completes it.
	 */
	public String contact(String caseNumber) {
		return this.enterprises.contact(this.cases.get(caseNumber).uscc()).map(Person::id).orElse(null);
	}

	/** The group of everyone who may fill in for the enterprise. */
	public String colleagues(String caseNumber) {
		return Person.enterpriseGroup(this.cases.get(caseNumber).uscc());
	}

	/** The first instant that is too late for the applicant. */
	public Date closing(String caseNumber) {
		return Date.from(this.closingDates.of(caseNumber));
	}

	/**
	 * When the case's own timer ends the work that the campaign should have ended by then
	 * (ADR 16).
	 */
	public Date ending(String caseNumber) {
		return Date.from(ClosingTimers.due(this.lateness.ending(this.closingDates.of(caseNumber))));
	}

	/** fillCaseApplication: freezes a revision. */
	public void fillCaseApplication(DelegateTask task) {
		String caseNumber = caseNumber(task);
		requireContact(this.cases.lock(caseNumber).uscc(), Actor.of(task));
		this.revisions.freeze(caseNumber, Actor.of(task));
		entitle(task.getExecution(), this.cases.get(caseNumber));
	}

	/** Whether the newest revision asks for a check before sealing. */
	public boolean preCheckWanted(String caseNumber) {
		return this.revisions.latestForm(caseNumber).orElseThrow().preCheckWanted().equals("true");
	}

	/** preCheckCase. */
	public void preCheckCase(DelegateTask task) {
		Verdict verdict = this.forms.read(task, PreCheckCase.class).verdict();
		this.caseReviews.preCheck(task.getId(), caseNumber(task), verdict, Actor.of(task));
	}

	/** Whether the officer wants changes before sealing. */
	public boolean preCheckReturned(String caseNumber) {
		return this.reviews.latestIs(caseNumber, Step.PRE_CHECK, Verdict.RETURN);
	}

	/** generateCaseDocuments. */
	public void generateDocuments(String caseNumber) {
		this.dossier.generate(caseNumber);
	}

	/**
	 * submitSealedCase: files the sealed revision, unless the applicant goes back to the
	 * form.
	 */
	public void submitSealedCase(DelegateTask task) {
		String caseNumber = caseNumber(task);
		requireContact(this.cases.lock(caseNumber).uscc(), Actor.of(task));
		this.filings.file(caseNumber, this.closingDates.of(caseNumber), Actor.of(task));
	}

	/** Whether the applicant goes back to the form. */
	public boolean revising(String caseNumber) {
		return this.filings.filedAt(caseNumber).isEmpty();
	}

	/** tellAuthority. */
	public void tellAuthority(String caseNumber) {
		this.caseReviews.announceFiling(caseNumber);
	}

	/** checkCase. */
	public void checkCase(DelegateTask task) {
		Verdict verdict = this.forms.read(task, CheckCase.class).verdict();
		this.caseReviews.check(task.getId(), caseNumber(task), verdict, Actor.of(task));
	}

	/** Whether the officer wants a correction. */
	public boolean returned(String caseNumber) {
		return this.reviews.latestIs(caseNumber, Step.CHECK, Verdict.RETURN);
	}

	/** Whether the officer does not accept the case. */
	public boolean refused(String caseNumber) {
		return this.reviews.latestIs(caseNumber, Step.CHECK, Verdict.REFUSE);
	}

	/** Whether the officer's pass was the last that the case needed. */
	public boolean caseReviewMerged(String caseNumber) {
		return this.reviews.latestIs(caseNumber, Step.CHECK_AND_REVIEW, Verdict.PASS);
	}

	/**
	 * When preCheckCase or checkCase is due: counted anew each time, whichever case
	 * comes.
	 */
	public Date checkDue(String caseNumber) {
		return Date.from(this.closingDates.ofCheck(caseNumber));
	}

	/** When reviewCase is due, the same. */
	public Date reviewDue(String caseNumber) {
		return Date.from(this.closingDates.ofReview(caseNumber));
	}

	/** Groups that reviewCase is offered to. */
	public List<String> reviewers(String caseNumber) {
		return this.levels.reviewers(this.cases.get(caseNumber).authority());
	}

	/** reviewCase. */
	public void reviewCase(DelegateTask task) {
		Verdict verdict = this.forms.read(task, ReviewCase.class).verdict();
		this.caseReviews.review(task.getId(), caseNumber(task), verdict, Actor.of(task));
	}

	/** Whether the head sends the case back to the officer. */
	public boolean reviewReturned(String caseNumber) {
		return this.reviews.latestIs(caseNumber, Step.REVIEW, Verdict.RETURN);
	}

	/** recordOverdue. */
	public void recordOverdue(String caseNumber) {
		this.missedFilings.close(List.of(caseNumber));
	}

	// The form asks before; this is for whoever goes round the form.
	private void requireContact(String uscc, String userId) {
		this.enterprises.submitterProblem(uscc, userId, "submitter").ifPresent(problem -> {
			throw new RefusedException(List.of(problem));
		});
	}

	private void entitle(DelegateExecution execution, CaseApplication application) {
		execution.setVariable(ProcessVariables.CASE_NAME, application.caseName());
		execution.setVariable(ProcessVariables.ENTERPRISE_NAME, application.unitName());
		execution.setVariable(ProcessVariables.DIRECTION,
				this.campaign.direction(application.direction()).orElseThrow().name());
	}

	private static String caseNumber(VariableScope scope) {
		return (String) scope.getVariable(ProcessVariables.CASE_NUMBER);
	}

	/** Answers of preCheckCase.html. */
	record PreCheckCase(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

	/** Answers of checkCase.html. */
	record CheckCase(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

	/** Answers of reviewCase.html. */
	record ReviewCase(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

}
