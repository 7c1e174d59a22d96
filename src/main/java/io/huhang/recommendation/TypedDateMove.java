package io.huhang.recommendation;

import java.util.List;

import io.huhang.campaign.DateMove.Scope;

/**
 * A move of a closing date as somebody typed it.
 *
 * @param scope name of a {@link Scope}
 * @param subject key of the authority or number of the case; empty for everybody's date
 * @param closing a day, which counts as a whole, or a minute, in Beijing's time
 * @param reason what whoever is concerned reads
 * @param confirmations warnings that were looked at
 */
public record TypedDateMove(String scope, String subject, String closing, String reason, List<String> confirmations) {

	/** What a browser leaves out was not filled. */
	public TypedDateMove {
		scope = (scope != null) ? scope : "";
		subject = (subject != null) ? subject.strip() : "";
		closing = (closing != null) ? closing.strip() : "";
		reason = (reason != null) ? reason.strip() : "";
		confirmations = (confirmations != null) ? List.copyOf(confirmations) : List.of();
	}

	/** A form that nobody has touched. */
	public static TypedDateMove empty() {
		return new TypedDateMove(Scope.CAMPAIGN.name(), "", "", "", List.of());
	}

	boolean is(Scope wanted) {
		return wanted.name().equals(this.scope);
	}

}
