package io.huhang.organization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import io.huhang.campaign.Sha256;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Links in letters that prove that someone reads an address. Each works for a while, and
 * of several for the same purpose and subject one works once.
 */
@Repository
public class OneTimeLinks {

	private static final int SECRET_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	OneTimeLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What a link is for, and how long it works. */
	public enum Purpose {

		/** An enterprise's first person confirms its address. */
		REGISTRATION(Duration.ofHours(24)),
		/** An invited person chooses a password. */
		INVITATION(Duration.ofDays(7)),
		/** A person who forgot the password chooses a new one. */
		RECOVERY(Duration.ofMinutes(30));

		private final Duration validity;

		Purpose(Duration validity) {
			this.validity = validity;
		}

		/** How long the link works. */
		public Duration validity() {
			return this.validity;
		}

	}

	/**
	 * Makes a link and ends those made before for the same.
	 * @return the secret that stands in the letter and nowhere else
	 */
	public String issue(Purpose purpose, String subject) {
		revoke(purpose, subject);
		return issueAnother(purpose, subject);
	}

	/**
	 * Makes a link beside those made before: who asks on a public page need not be the
	 * person and must not end the person's own.
	 * @return the secret that stands in the letter and nowhere else
	 */
	public String issueAnother(Purpose purpose, String subject) {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = this.clock.instant();
		this.jdbc
			.sql("insert into organization_link (secret_sha256, purpose, subject, created_at, expires_at)"
					+ " values (:secret, :purpose, :subject, :now, :expires)")
			.param("secret", Sha256.hex(secret))
			.param("purpose", purpose.name())
			.param("subject", subject)
			.param("now", at(now))
			.param("expires", at(now.plus(purpose.validity())))
			.update();
		return secret;
	}

	/**
	 * Whom the link is about, while it works; a used, replaced, expired or invented one
	 * looks the same.
	 */
	public Optional<String> subject(Purpose purpose, String secret) {
		return this.jdbc
			.sql("select subject from organization_link where secret_sha256 = :secret and purpose = :purpose"
					+ " and used_at is null and expires_at > :now")
			.param("secret", Sha256.hex(secret))
			.param("purpose", purpose.name())
			.param("now", at(this.clock.instant()))
			.query(String.class)
			.optional();
	}

	/**
	 * Uses the link, and with it all others of the same purpose and subject; of two at
	 * the same time only one gets the subject.
	 */
	public Optional<String> use(Purpose purpose, String secret) {
		Optional<String> subject = subject(purpose, secret);
		boolean first = this.jdbc
			.sql("update organization_link set used_at = :now where purpose = :purpose and used_at is null"
					+ " and subject = (select subject from organization_link where secret_sha256 = :secret"
					+ " and purpose = :purpose and used_at is null and expires_at > :now)")
			.param("now", at(this.clock.instant()))
			.param("secret", Sha256.hex(secret))
			.param("purpose", purpose.name())
			.update() > 0;
		return first ? subject : Optional.empty();
	}

	/** Ends every open link of this purpose and subject. */
	public void revoke(Purpose purpose, String subject) {
		this.jdbc
			.sql("update organization_link set used_at = :now"
					+ " where purpose = :purpose and subject = :subject and used_at is null")
			.param("now", at(this.clock.instant()))
			.param("purpose", purpose.name())
			.param("subject", subject)
			.update();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
