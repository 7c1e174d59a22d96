package io.huhang;

import java.time.Instant;
import java.util.List;

import io.huhang.process.CampaignProcess;
import io.huhang.process.DemoClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.boot.test.context.TestComponent;

/**
 * Lets the time of the campaign pass: what falls due of it, and of nothing else, is done.
 */
@TestComponent
public class CampaignJobs {

	private final DemoClock clock;

	private final ManagementService management;

	CampaignJobs(DemoClock clock, ManagementService management) {
		this.clock = clock;
		this.management = management;
	}

	/** Moves the clock to this instant and does what has fallen due until then. */
	public void at(Instant instant) {
		this.clock.advanceTo(instant);
		run();
	}

	/** Does what is due now. */
	public void run() {
		for (List<Job> due = due(); !due.isEmpty(); due = due()) {
			this.management.executeJob(due.get(0).getId());
		}
	}

	private List<Job> due() {
		return this.management.createJobQuery()
			.processDefinitionKey(CampaignProcess.KEY)
			.executable()
			.withRetriesLeft()
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1);
	}

}
