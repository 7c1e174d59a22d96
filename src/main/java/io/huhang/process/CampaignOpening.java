package io.huhang.process;

import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignCourse;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts the one instance of the campaign, at the first start of the first node: the row
 * and the instance come in one transaction.
 */
@Component
@Order(12) // after the demo's clock and people
class CampaignOpening implements ApplicationRunner {

	private final CampaignCourse course;

	private final RuntimeService runtime;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final TransactionOperations transactions;

	CampaignOpening(CampaignCourse course, RuntimeService runtime, Campaign campaign, AuditTrail audit,
			TransactionOperations transactions) {
		this.course = course;
		this.runtime = runtime;
		this.campaign = campaign;
		this.audit = audit;
		this.transactions = transactions;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.transactions.executeWithoutResult(status -> {
			if (this.course.open()) {
				this.runtime.startProcessInstanceByKey(CampaignProcess.KEY, this.campaign.id(),
						Map.of(ProcessVariables.CAMPAIGN_ID, this.campaign.id()));
				this.audit.record("system", "campaign.open", this.campaign.id());
			}
		});
	}

}
