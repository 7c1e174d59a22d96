package io.huhang.web;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** This try does not count, whatever the password: it came too early. */
class TooManyTriesException extends AuthenticationException {

	private final Duration pause;

	TooManyTriesException(Duration pause) {
		super("login refused, too many tries");
		this.pause = pause;
	}

	/** How long to wait before the next try. */
	Duration pause() {
		return this.pause;
	}

}
