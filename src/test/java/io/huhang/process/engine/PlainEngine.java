package io.huhang.process.engine;

import java.util.UUID;
import java.util.function.Consumer;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The engine as it is shipped, without our walls: what they stop really happens here. */
final class PlainEngine {

	static final BpmnModelInstance PROCESS = Bpmn.createExecutableProcess("probe")
		.camundaHistoryTimeToLive(1)
		.startEvent()
		.userTask("work")
		.camundaAssignee("test-zhijiang")
		.userTask("decided")
		.endEvent()
		.done();

	private PlainEngine() {
	}

	/** Runs this on a new engine with the process {@link #PROCESS} in it. */
	static void with(Consumer<ProcessEngine> work) {
		StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName("plain-" + UUID.randomUUID());
		configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
		configuration.setEnforceHistoryTimeToLive(false);
		configuration.setJobExecutorActivate(false);
		ProcessEngine engine = configuration.buildProcessEngine();
		try {
			engine.getRepositoryService().createDeployment().addModelInstance("probe.bpmn", PROCESS).deploy();
			work.accept(engine);
		}
		finally {
			engine.close();
		}
	}

}
