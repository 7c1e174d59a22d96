package io.huhang.campaign;

import java.time.Instant;
import java.time.LocalDate;

import io.huhang.campaign.DateMove.Scope;

import org.springframework.stereotype.Component;

/**
 * The deadline that holds: the notice's, unless the bureau has moved it or given one
 * authority longer (通知二（三）).
 */
@Component
public class CampaignDates {

	private final Campaign campaign;

	private final DateMoves moves;

	CampaignDates(Campaign campaign, DateMoves moves) {
		this.campaign = campaign;
		this.moves = moves;
	}

	/** The first instant that is too late for lists and region applications. */
	public Instant deadline() {
		return this.moves.inForce(Scope.CAMPAIGN, "").orElseGet(() -> this.campaign.deadline().toInstant());
	}

	/** The same for those of this authority. */
	public Instant deadline(String authority) {
		return longer(deadline(), authority);
	}

	/** This date, or that until which this authority was given longer. */
	public Instant longer(Instant closing, String authority) {
		return this.moves.inForce(Scope.AUTHORITY, authority).filter(closing::isBefore).orElse(closing);
	}

	/** The last day that is still in time for this authority. */
	public LocalDate lastDay(String authority) {
		return deadline(authority).minusNanos(1).atZone(Campaign.ZONE).toLocalDate();
	}

}
