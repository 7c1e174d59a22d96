package io.huhang.process.engine;

import io.huhang.campaign.RefusedException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Lets a person complete only a task that it has claimed: whose name stands under a
 * decision is never open.
 */
class ClaimListener implements TaskListener {

	@Override
	public void notify(DelegateTask task) {
		Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
		if (person != null && !person.getUserId().equals(task.getAssignee())) {
			throw new RefusedException("task", "请先领取任务再办理。", "系统规则");
		}
	}

}
