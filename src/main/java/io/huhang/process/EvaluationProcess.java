package io.huhang.process;

import java.util.Date;
import java.util.List;

import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.Formality.Step;
import io.huhang.evaluation.Subject.State;
import io.huhang.evaluation.Subjects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** 评审: what {@code evaluation.bpmn} calls, under the ids of its elements. */
@Diagram("evaluation")
public class EvaluationProcess {

	/** Id of the process. */
	public static final String KEY = "evaluation";

	// The case's own instance has the number as it is.
	private static final String SUFFIX = "-PS";

	private final Subjects subjects;

	private final Formalities formalities;

	private final SelectionDesk desk;

	EvaluationProcess(Subjects subjects, Formalities formalities, SelectionDesk desk) {
		this.subjects = subjects;
		this.formalities = formalities;
		this.desk = desk;
	}

	/** The business key of the evaluation of this subject. */
	static String key(String subject) {
		return subject + SUFFIX;
	}

	/** The number of what an instance is about; other business keys stay as they are. */
	static String subject(String businessKey) {
		return businessKey.endsWith(SUFFIX) ? businessKey.substring(0, businessKey.length() - SUFFIX.length())
				: businessKey;
	}

	/** Until when the coordinator should have prepared it. */
	public Date preparationDue(String subject) {
		return Date.from(this.formalities.preparationDue());
	}

	/** prepareFormalities. */
	public void prepareFormalities(DelegateTask task) {
		complete(task, Step.PREPARE);
	}

	/** Until when the officer should have decided. */
	public Date formalitiesDue(String subject) {
		return Date.from(this.formalities.checkDue());
	}

	/** checkFormalities. */
	public void checkFormalities(DelegateTask task) {
		complete(task, Step.CHECK);
	}

	/** Whether 补正 is asked for. */
	public boolean correctionNeeded(String subject) {
		return this.formalities.correctionNeeded(subject);
	}

	/** Whether the officer would not accept it. */
	public boolean refused(String subject) {
		return this.formalities.refused(subject);
	}

	/** Groups that correctFormalities is offered to. */
	public List<String> recommenders(String subject) {
		return this.formalities.recommenders(subject);
	}

	/** Until when a 补正 has to come. */
	public Date correctionDue(String subject) {
		return Date.from(this.formalities.correctionDue(subject));
	}

	/** correctFormalities. */
	public void correctFormalities(DelegateTask task) {
		complete(task, Step.CORRECT);
	}

	/** confirmRefusal. */
	public void confirmRefusal(DelegateTask task) {
		complete(task, Step.CONFIRM);
	}

	/** Whether the head does not agree to refusing it. */
	public boolean refusalReturned(String subject) {
		return this.formalities.refusalReturned(subject);
	}

	/** tellRefused. */
	public void tellRefused(String subject) {
		this.formalities.tellRefused(subject);
	}

	/** Each end of the evaluation: the last of all lets the selection go on. */
	public void ended(DelegateExecution execution) {
		String subject = (String) execution.getVariable(ProcessVariables.SUBJECT);
		this.subjects.end(subject, state(execution.getCurrentActivityId()));
		this.desk.settled(subject);
	}

	private static State state(String end) {
		return end.equals("formalitiesPassed") ? State.PASSED : State.REFUSED;
	}

	private void complete(DelegateTask task, Step step) {
		this.formalities.complete(task.getId(), number(task), step, Actor.of(task));
	}

	private static String number(VariableScope scope) {
		return (String) scope.getVariable(ProcessVariables.SUBJECT);
	}

}
