package io.huhang.process;

import io.huhang.approval.Verdict;
import io.huhang.evaluation.LateAcceptances;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.Subjects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** 遴选: what {@code selection.bpmn} calls, under the ids of its elements. */
@Diagram("selection")
public class SelectionProcess {

	/** Id of the process. */
	public static final String KEY = "selection";

	/** Message: every evaluation has come to an end. */
	public static final String EVALUATIONS_SETTLED = "evaluationsSettled";

	/** Message: something is to be accepted late. */
	public static final String LATE_PROPOSED = "lateAcceptanceProposed";

	private final Reception reception;

	private final LateAcceptances acceptances;

	private final Subjects subjects;

	private final SelectionDesk desk;

	private final RuntimeService runtime;

	private final FormReader forms;

	SelectionProcess(Reception reception, LateAcceptances acceptances, Subjects subjects, SelectionDesk desk,
			RuntimeService runtime, FormReader forms) {
		this.reception = reception;
		this.acceptances = acceptances;
		this.subjects = subjects;
		this.desk = desk;
		this.runtime = runtime;
		this.forms = forms;
	}

	/** closeReception: nobody is reminded any more. */
	public void closeReception(DelegateTask task) {
		this.reception.close(Actor.of(task));
		this.runtime.createMessageCorrelation(CampaignProcess.RECEPTION_CLOSED)
			.processInstanceBusinessKey((String) task.getVariable(ProcessVariables.CAMPAIGN_ID))
			.correlateAll();
	}

	/** startEvaluations. */
	public void startEvaluations(String campaignId) {
		this.desk.beginWaiting();
	}

	/** Whether some evaluations are still to begin. */
	public boolean evaluationsLeft(String campaignId) {
		return this.desk.isWaiting();
	}

	/** Whether some evaluations have not come to an end. */
	public boolean evaluationsOpen(String campaignId) {
		this.reception.lock();
		return this.subjects.unsettled() > 0;
	}

	/** decideLateAcceptance. */
	public void decideLateAcceptance(DelegateTask task) {
		this.acceptances.decide(id((String) task.getVariable(ProcessVariables.ACCEPTANCE)),
				this.forms.read(task, DecideLateAcceptance.class).verdict(), Actor.of(task));
	}

	/** Whether the head does not accept it late. */
	public boolean lateRefused(String acceptance) {
		return Verdict.REFUSE.equals(this.acceptances.get(id(acceptance)).decision());
	}

	/** startLateEvaluations. */
	public void startLateEvaluations(String acceptance) {
		this.desk.beginAll();
	}

	private static long id(String acceptance) {
		return Long.parseLong(acceptance);
	}

	/** Answers of decideLateAcceptance.form. */
	record DecideLateAcceptance(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

}
