package io.huhang.process.engine;

import java.util.ArrayList;

import io.huhang.process.TaskTitles;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives each task the title that lists show (the diagram keeps the plain label), and asks
 * who completes it.
 */
class UserTaskParseListener extends AbstractBpmnParseListener {

	@Override
	public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
		TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		task.addTaskListener(TaskListener.EVENTNAME_CREATE, TaskTitles::entitle);
		task.getTaskListeners()
			.computeIfAbsent(TaskListener.EVENTNAME_COMPLETE, event -> new ArrayList<>())
			.add(0, new ClaimListener());
	}

}
