package io.huhang.process.engine;

import java.util.Set;

import io.huhang.process.ProcessVariables;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, except that variables outside the declared ones (a form's answers) leave
 * no trace in it.
 */
class DeclaredHistoryLevel extends HistoryLevelFull {

	private static final Set<HistoryEventTypes> VARIABLE_EVENTS = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
			HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE);

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
		if (type == HistoryEventTypes.FORM_PROPERTY_UPDATE
				|| type == HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL) {
			return false;
		}
		if (entity instanceof VariableInstanceEntity variable && VARIABLE_EVENTS.contains(type)) {
			return ProcessVariables.DECLARED.contains(variable.getName());
		}
		return true;
	}

}
