package io.huhang.process;

import java.util.Map;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMoves;
import io.huhang.recommendation.DateMoving;
import io.huhang.recommendation.TypedDateMove;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a move of a closing date into the campaign: its row and what the diagram begins
 * with it are one transaction.
 */
@Component
public class DateProposals {

	private final DateMoving moving;

	private final DateMoves moves;

	private final DateMoveLetters letters;

	private final RuntimeService runtime;

	private final Campaign campaign;

	DateProposals(DateMoving moving, DateMoves moves, DateMoveLetters letters, RuntimeService runtime,
			Campaign campaign) {
		this.moving = moving;
		this.moves = moves;
		this.letters = letters;
		this.runtime = runtime;
		this.campaign = campaign;
	}

	/**
	 * Proposes a move to the bureau; its number.
	 * @throws io.huhang.campaign.RefusedException with everything that is wrong or has to
	 * be confirmed
	 */
	@Transactional
	public String propose(TypedDateMove typed, String userId) {
		return begin(this.moving.propose(typed, userId));
	}

	/**
	 * Sets until when an authority accepts filings; the number of that move.
	 * @throws io.huhang.campaign.RefusedException with everything that is wrong or has to
	 * be confirmed
	 */
	@Transactional
	public String set(TypedDateMove typed, String userId) {
		return begin(this.moving.set(typed, userId));
	}

	/** Whose date it is, as people read it. */
	public String whose(DateMove move) {
		return this.letters.subject(move.scope(), move.subject());
	}

	private String begin(String number) {
		DateMove move = this.moves.get(number);
		this.runtime.createMessageCorrelation(CampaignProcess.DATE_MOVE_PROPOSED)
			.processInstanceBusinessKey(this.campaign.id())
			.setVariablesToTriggeredScope(Map.of(ProcessVariables.DATE_MOVE, number, ProcessVariables.CASE_NAME,
					whose(move), ProcessVariables.DIRECTION, "改至" + ChineseDates.deadline(move.closing())))
			.correlate();
		return number;
	}

}
