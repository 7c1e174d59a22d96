package io.huhang.bench;

import java.util.Map;

import io.huhang.bench.Journey.Begun;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** What people do at an engine, alike for both journeys. */
final class Office {

	private final ProcessEngine engine;

	Office(ProcessEngine engine) {
		this.engine = engine;
	}

	/** Completes the person's only task of the case. */
	void complete(Begun begun, Person person, Map<String, Object> answers) {
		as(person, () -> this.engine.getTaskService().complete(task(begun).getId(), answers));
	}

	/** Takes and completes a task that is offered to the person's group. */
	void decide(Begun begun, Person person, String decision) {
		as(person, () -> {
			Task task = task(begun);
			this.engine.getTaskService().claim(task.getId(), person.id());
			this.engine.getTaskService().complete(task.getId(), Map.of("decision", decision, "reason", ""));
		});
	}

	/** Does the case's waiting job, as the job executor would, without its polling. */
	void work(Begun begun) {
		this.engine.getManagementService()
			.executeJob(this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(begun.instance())
				.messages()
				.singleResult()
				.getId());
	}

	void as(Person person, Runnable work) {
		this.engine.getIdentityService().setAuthentication(person.id(), person.groups());
		try {
			work.run();
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	private Task task(Begun begun) {
		return this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(begun.number()).singleResult();
	}

}
