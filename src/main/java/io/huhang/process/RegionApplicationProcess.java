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
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.RegionEnclosures;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionCall;
import io.huhang.region.RegionConsents;
import io.huhang.region.RegionDecision.Step;
import io.huhang.region.RegionDecisions;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDossier;
import io.huhang.region.RegionElectronicReception;
import io.huhang.region.RegionOpening;
import io.huhang.region.RegionOpenings;
import io.huhang.region.RegionPackages;
import io.huhang.region.RegionReception;
import io.huhang.region.RegionReviews;
import io.huhang.region.RegionRevisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * 成效突出地区申报: what {@code region-application.bpmn} calls, under the ids of its elements.
 */
@Diagram("regionApplication")
public class RegionApplicationProcess {

	/** Id of the process. */
	public static final String KEY = "region-application";

	/** What the start form sends: the fields of {@link StartRegionApplication}. */
	public static final Set<String> START_ANSWERS = Set.of("direction", "mode", "privacyVersion");

	/** The mode in which two authorities apply together (联合申报). */
	public static final String JOINT = "JOINT";

	/** Message: the authority took the application back. */
	public static final String WITHDRAWN = "regionWithdrawn";

	/** Message: the list has left, and the application with it. */
	public static final String LEFT_WITH_LIST = "regionLeftWithList";

	/** Message: the application does not wait for the list any more. */
	public static final String TAKEN_BACK = "regionTakenBack";

	private final RegionApplications applications;

	private final RegionOpenings openings;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionReviews reviews;

	private final RegionConsents consents;

	private final RegionApprovals approvals;

	private final RegionDossier dossier;

	private final RegionDispatches dispatches;

	private final RegionEnclosures enclosures;

	private final RegionPackages packages;

	private final RegionReception reception;

	private final RegionElectronicReception electronicReception;

	private final RegionCall call;

	private final Levels levels;

	private final People people;

	private final Authorities authorities;

	private final Lateness lateness;

	private final FormReader forms;

	RegionApplicationProcess(RegionApplications applications, RegionOpenings openings, RegionRevisions revisions,
			RegionDecisions decisions, RegionReviews reviews, RegionConsents consents, RegionApprovals approvals,
			RegionDossier dossier, RegionDispatches dispatches, RegionEnclosures enclosures, RegionPackages packages,
			RegionReception reception, RegionElectronicReception electronicReception, RegionCall call, Levels levels,
			People people, Authorities authorities, Lateness lateness, FormReader forms) {
		this.applications = applications;
		this.openings = openings;
		this.revisions = revisions;
		this.decisions = decisions;
		this.reviews = reviews;
		this.consents = consents;
		this.approvals = approvals;
		this.dossier = dossier;
		this.dispatches = dispatches;
		this.enclosures = enclosures;
		this.packages = packages;
		this.reception = reception;
		this.electronicReception = electronicReception;
		this.call = call;
		this.levels = levels;
		this.people = people;
		this.authorities = authorities;
		this.lateness = lateness;
		this.forms = forms;
	}

	/**
	 * regionApplicationStarted: opens the application of the officer's own authority.
	 */
	public void open(DelegateExecution execution) {
		String userId = Actor.of(execution);
		Authority authority = this.authorities.get(this.people.get(userId).organization());
		RegionOpening opening = this.forms.read(execution, StartRegionApplication.class).opening();
		RegionApplication opened = this.applications.open(authority, opening, userId);
		execution.setProcessBusinessKey(opened.number());
		execution.setVariable(ProcessVariables.REGION_NUMBER, opened.number());
		execution.setVariable(ProcessVariables.AUTHORITY, authority.key());
		execution.setVariable(ProcessVariables.PARTNER, opened.partner());
		execution.setVariable(ProcessVariables.ENTERPRISE_NAME, this.authorities.names(opened.authorities()));
		execution.setVariable(ProcessVariables.DIRECTION,
				this.call.direction(opened.direction()).orElseThrow().label());
	}

	/** The first instant that is too late for the application. */
	public Date closing(String number) {
		return Date.from(this.reviews.closing(number));
	}

	/** When a timer ends the work: behind the grace for requests that began in time. */
	public Date ending(String number) {
		return Date.from(this.lateness.ending(this.reviews.closing(number)));
	}

	/** Whether the bureau has to agree first (C15). */
	public boolean openingConsentNeeded(String number) {
		return this.openings.consentNeeded(number);
	}

	/** Asks the bureau whether this authority may apply. */
	public void askBureau(String number) {
		this.openings.ask(number);
	}

	/** consentToOpening. */
	public void consentToOpening(DelegateTask task) {
		Verdict verdict = this.forms.read(task, ConsentToOpening.class).verdict();
		this.openings.decide(task.getId(), number(task), verdict, Actor.of(task));
	}

	/** Whether the bureau has not agreed. */
	public boolean openingRefused(String number) {
		return this.decisions.openingRefused(number);
	}

	/** fillRegionApplication: freezes a revision. */
	public void fillRegionApplication(DelegateTask task) {
		this.revisions.freeze(number(task), Actor.of(task));
	}

	/** Whether the application needs no review of its own: the levels are merged. */
	public boolean reviewMerged(String number) {
		return !this.levels.of(this.applications.get(number).authority()).reviewsLists();
	}

	/** reviewRegionApplication. */
	public void reviewRegionApplication(DelegateTask task) {
		Verdict verdict = this.forms.read(task, ReviewRegionApplication.class).verdict();
		this.reviews.review(task.getId(), number(task), verdict, Actor.of(task));
	}

	/** Whether the head sends the application back to the officer. */
	public boolean reviewReturned(String number) {
		return this.decisions.returned(number, Step.REVIEW);
	}

	/** Whether another authority has to consent. */
	public boolean joint(String number) {
		return this.applications.get(number).isJoint();
	}

	/** Asks the joining authority, and says if an earlier consent is void. */
	public void askPartner(String number) {
		this.consents.ask(number);
	}

	/** Groups that consentRegionApplication is offered to. */
	public List<String> consenters(String number) {
		return this.levels.consenters(this.applications.get(number).partner());
	}

	/** consentRegionApplication: to this revision and no other. */
	public void consentRegionApplication(DelegateTask task) {
		this.consents.consent(task.getId(), number(task), Actor.of(task));
	}

	/** Whether the joining authority sends the application back. */
	public boolean consentRefused(String number) {
		return this.decisions.returned(number, Step.CONSENT);
	}

	/**
	 * Groups that approveRegionApplication is offered to: who approves, and the officers,
	 * who may record an approval given on paper.
	 */
	public List<String> approvers(String number) {
		return this.levels.approvers(this.applications.get(number).authority());
	}

	/**
	 * approveRegionApplication: decides online, or records what was signed on paper.
	 */
	public void approveRegionApplication(DelegateTask task) {
		this.approvals.approve(task.getId(), number(task), Actor.of(task));
	}

	/** Whether the leader sends the application back to the officer. */
	public boolean approvalReturned(String number) {
		return this.decisions.returned(number, Step.APPROVE);
	}

	/** generateAnnex2. */
	public void generateDocuments(String number) {
		this.dossier.generate(number);
	}

	/** sealRegionApplication: records seals, and how the paper leaves. */
	public void sealRegionApplication(DelegateTask task) {
		String number = number(task);
		this.dispatches.seal(number, this.enclosures.lockList(number).map(Recommendation::number), Actor.of(task));
		this.enclosures.lockAwaited(number).ifPresent(list -> this.enclosures.voidLetter(list, Actor.of(task)));
		this.reviews.tellSealed(number, this.dispatches.find(number).orElseThrow());
	}

	/** Whether the paper waits for the list (C17). */
	public boolean goesAlong(String number) {
		return !this.dispatches.hasLeft(number);
	}

	/** recordNotReported. */
	public void recordOverdue(String number) {
		this.reviews.closeOverdue(number);
	}

	/** assemblePackage. */
	public void assemblePackage(String number) {
		this.packages.assemble(number);
	}

	/** tellContacts. */
	public void tellContacts(String number) {
		this.packages.tellContacts(number);
	}

	/** registerRegionPaper. */
	public void registerRegionPaper(DelegateTask task) {
		this.reception.register(task.getId(), number(task), Actor.of(task));
	}

	/** Whether paper has to be supplied before it is received. */
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

	/** confirmRegionElectronicSet. */
	public void confirmRegionElectronicSet(DelegateTask task) {
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

	/** correctRegionElectronicSet: the package is then assembled and sent anew. */
	public void correctRegionElectronicSet(DelegateTask task) {
		this.electronicReception.correct(task.getId(), number(task), Actor.of(task));
	}

	private static String number(VariableScope scope) {
		return (String) scope.getVariable(ProcessVariables.REGION_NUMBER);
	}

	/** What startRegionApplication asks. */
	record StartRegionApplication(String direction, String mode, String privacyVersion) {

		RegionOpening opening() {
			return new RegionOpening(this.direction, JOINT.equals(this.mode), this.privacyVersion);
		}

	}

	/** Answers of consentToOpening.form. */
	record ConsentToOpening(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

	/** Answers of reviewRegionApplication.form. */
	record ReviewRegionApplication(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

}
