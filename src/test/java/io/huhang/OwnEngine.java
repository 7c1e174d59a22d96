package io.huhang;

import io.huhang.process.DemoClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The webapps find the engine, and the engine its clock, in static fields: the context
 * that was started last would win over the one that a test runs in.
 */
class OwnEngine implements TestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext context) {
		ProcessEngines.registerProcessEngine(context.getApplicationContext().getBean(ProcessEngine.class));
		context.getApplicationContext().getBean(DemoClock.class).afterSingletonsInstantiated();
	}

}
