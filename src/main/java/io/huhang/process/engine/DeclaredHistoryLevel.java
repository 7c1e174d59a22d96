package io.huhang.process.engine;

import java.util.Set;

import io.huhang.process.ProcessVariables;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, except that variables outside the declared ones (a form's answers) and
 * inputs of decisions leave no trace in it. Of jobs only failures are kept; who took a
 * task stands in the log of operations.
 */
class DeclaredHistoryLevel extends HistoryLevelFull {

	private static final Set<HistoryEventTypes> VARIABLE_EVENTS = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
			HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE);

	private static final Set<HistoryEventTypes> NOT_KEPT = Set.of(HistoryEventTypes.FORM_PROPERTY_UPDATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.DMN_DECISION_EVALUATE,
			HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_SUCCESS, HistoryEventTypes.JOB_DELETE,
			HistoryEventTypes.IDENTITY_LINK_ADD, HistoryEventTypes.IDENTITY_LINK_DELETE);

	@Override
	public int getId() {
		return 926;
	}

	@Override
	public String getName() {
		return "huhang";
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
		if (NOT_KEPT.contains(type)) {
			return false;
		}
		if (entity instanceof VariableInstanceEntity variable && VARIABLE_EVENTS.contains(type)) {
			return ProcessVariables.DECLARED.contains(variable.getName());
		}
		return true;
	}

}
