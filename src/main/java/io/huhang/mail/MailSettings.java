package io.huhang.mail;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param send whether they leave at all; in the demo they only stand on a page
 * @param from the sender's address
 * @param mostPerMinute how many letters leave in a minute at most, from all nodes
 * together
 * @param pauses how long to wait after the first, second … failed attempt; after the last
 * one a person decides
 * @param lease how long a node has the letters that it took; longer than any letter needs
 * @param stuckAfter how long a letter may wait before the site's health tells of it
 */
@Validated
@ConfigurationProperties("huhang.mail")
record MailSettings(@DefaultValue("false") boolean send, @DefaultValue("noreply@localhost") String from,
		@DefaultValue("600") @Positive int mostPerMinute, @DefaultValue( {
				"1m", "5m", "15m", "1h", "4h", "12h", "24h" }) @NotNull List<Duration> pauses,
		@DefaultValue("10m") Duration lease, @DefaultValue("30m") Duration stuckAfter){

	/** The part of a Message-ID after the @. */
	String domain() {
		return this.from.substring(this.from.lastIndexOf('@') + 1);
	}

}
