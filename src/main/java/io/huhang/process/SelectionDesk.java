package io.huhang.process;

import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.evaluation.LateAcceptance;
import io.huhang.evaluation.LateAcceptances;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.Reinstatements;
import io.huhang.evaluation.Subject;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.Authorities;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionCall;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins what the selection begins: itself, and the evaluations. The row and the instance
 * are one transaction.
 */
@Component
public class SelectionDesk {

	private static final int AT_ONCE = 50;

	private final Reception reception;

	private final LateAcceptances acceptances;

	private final Reinstatements reinstatements;

	private final Subjects subjects;

	private final CaseApplications cases;

	private final RegionApplications regions;

	private final RegionCall call;

	private final Authorities authorities;

	private final Campaign campaign;

	private final RuntimeService runtime;

	SelectionDesk(Reception reception, LateAcceptances acceptances, Reinstatements reinstatements, Subjects subjects,
			CaseApplications cases, RegionApplications regions, RegionCall call, Authorities authorities,
			Campaign campaign, RuntimeService runtime) {
		this.reception = reception;
		this.acceptances = acceptances;
		this.reinstatements = reinstatements;
		this.subjects = subjects;
		this.cases = cases;
		this.regions = regions;
		this.call = call;
		this.authorities = authorities;
		this.campaign = campaign;
		this.runtime = runtime;
	}

	/** Begins the selection, when the date of the campaign has come. */
	void begin() {
		this.reception.open();
		this.runtime.startProcessInstanceByKey(SelectionProcess.KEY, this.campaign.id(),
				Map.of(ProcessVariables.CAMPAIGN_ID, this.campaign.id()));
	}

	/**
	 * Proposes to accept something late (通知二（四）).
	 * @throws io.huhang.campaign.RefusedException if it may not be accepted
	 */
	@Transactional
	public void proposeLate(String source, String reason, String userId) {
		LateAcceptance acceptance = this.acceptances.get(this.acceptances.propose(source, reason, userId));
		this.runtime.createMessageCorrelation(SelectionProcess.LATE_PROPOSED)
			.processInstanceBusinessKey(this.campaign.id())
			.setVariablesToTriggeredScope(Map.of(ProcessVariables.ACCEPTANCE, String.valueOf(acceptance.id()),
					ProcessVariables.CASE_NAME, acceptance.source()))
			.correlate();
	}

	/**
	 * Lets something take part again that was not accepted (恢复).
	 * @throws io.huhang.campaign.RefusedException if it may not take part again
	 */
	@Transactional
	public void reinstate(String number, String reason, String userId) {
		this.reinstatements.reinstate(number, reason, userId);
		beginAll();
	}

	/** Begins the evaluation of those that wait for it, some at a time. */
	void beginWaiting() {
		for (Subject subject : this.subjects.waiting(AT_ONCE)) {
			this.subjects.begin(subject.number());
			this.runtime.startProcessInstanceByKey(EvaluationProcess.KEY, EvaluationProcess.key(subject.number()),
					titles(subject.number()));
		}
	}

	/** Begins the evaluation of everything that waits for it. */
	void beginAll() {
		while (isWaiting()) {
			beginWaiting();
		}
	}

	/** Whether some still wait for their evaluation to begin. */
	boolean isWaiting() {
		return !this.subjects.waiting(1).isEmpty();
	}

	/** One whose evaluation has ended: the last one lets the selection go on. */
	void settled(String number) {
		this.reception.lock();
		if (this.subjects.unsettled() == 0 && awaited()) {
			this.runtime.createMessageCorrelation(SelectionProcess.EVALUATIONS_SETTLED)
				.processInstanceBusinessKey(this.campaign.id())
				.correlate();
		}
	}

	private boolean awaited() {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(this.campaign.id())
			.messageEventSubscriptionName(SelectionProcess.EVALUATIONS_SETTLED)
			.count() > 0;
	}

	private Map<String, Object> titles(String number) {
		if (Subject.isRegion(number)) {
			RegionApplication region = this.regions.get(number);
			return Map.of(ProcessVariables.SUBJECT, number, ProcessVariables.CASE_NAME, "成效突出地区申报",
					ProcessVariables.ENTERPRISE_NAME, this.authorities.names(region.authorities()),
					ProcessVariables.DIRECTION, this.call.direction(region.direction()).orElseThrow().label());
		}
		CaseApplication found = this.cases.get(number);
		return Map.of(ProcessVariables.SUBJECT, number, ProcessVariables.CASE_NAME, found.caseName(),
				ProcessVariables.ENTERPRISE_NAME, found.unitName(), ProcessVariables.DIRECTION,
				this.campaign.direction(found.direction()).orElseThrow().name());
	}

}
