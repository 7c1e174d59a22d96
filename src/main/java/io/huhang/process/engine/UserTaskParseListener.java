package io.huhang.process.engine;

import java.util.ArrayList;
import java.util.List;

import io.huhang.process.TaskTitles;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives each task the title that lists show (the diagram keeps the plain label), and asks
 * who completes it; takes the key of what is completed or started.
 */
class UserTaskParseListener extends AbstractBpmnParseListener {

	private final CommandListener commands;

	UserTaskParseListener(CommandListener commands) {
		this.commands = commands;
	}

	@Override
	public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
		TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		task.addTaskListener(TaskListener.EVENTNAME_CREATE, TaskTitles::entitle);
		task.getTaskListeners()
			.computeIfAbsent(TaskListener.EVENTNAME_COMPLETE, event -> new ArrayList<>())
			.addAll(0, List.of(new ClaimListener(), this.commands));
	}

	@Override
	public void parseStartEvent(Element startEvent, ScopeImpl scope, ActivityImpl activity) {
		if (scope instanceof ProcessDefinitionEntity) {
			activity.addListener(ExecutionListener.EVENTNAME_START, this.commands, 0);
		}
	}

}
