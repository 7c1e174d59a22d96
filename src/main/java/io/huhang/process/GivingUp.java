package io.huhang.process;

import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.recommendation.JointActs;
import io.huhang.recommendation.RegionEnclosures;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a joint act up: the row and the end of its process are one transaction.
 */
@Component
public class GivingUp {

	private final JointActs acts;

	private final RegionEnclosures enclosures;

	private final RegionWithdrawal regions;

	private final RuntimeService runtime;

	GivingUp(JointActs acts, RegionEnclosures enclosures, RegionWithdrawal regions, RuntimeService runtime) {
		this.acts = acts;
		this.enclosures = enclosures;
		this.regions = regions;
		this.runtime = runtime;
	}

	/**
	 * Gives the joint act up for good. What would have gone along is sealed and sent
	 * another way (通知二（三）).
	 * @throws RefusedException if it may not be given up
	 */
	@Transactional
	public void giveUp(String number, String reason, String confirmed, Person person) {
		this.acts.giveUp(number, reason, confirmed, person);
		this.enclosures.of(number).forEach(region -> this.regions.takeBack(region.number(), person.id()));
		try {
			this.runtime.createMessageCorrelation(CaseRecommendationProcess.GIVEN_UP)
				.processInstanceBusinessKey(number)
				.correlate();
		}
		catch (MismatchingMessageCorrelationException ex) {
			// The closing date has just come.
			throw new RefusedException("act", "该联合推荐的报送时间刚刚截止，不能再终止，请刷新页面查看。", "通知二（三）");
		}
	}

}
