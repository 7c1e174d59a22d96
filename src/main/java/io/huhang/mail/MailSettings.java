package io.huhang.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave.
 *
 * @param send whether they leave at all; in the demo they only stand on a page
 * @param from the sender's address
 */
@ConfigurationProperties("huhang.mail")
record MailSettings(@DefaultValue("false") boolean send, @DefaultValue("noreply@localhost") String from) {

	/** The part of a Message-ID after the @. */
	String domain() {
		return this.from.substring(this.from.lastIndexOf('@') + 1);
	}

}
