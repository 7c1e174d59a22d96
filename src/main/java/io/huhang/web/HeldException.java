package io.huhang.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The task is offered to this person, but somebody else has claimed it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class HeldException extends RuntimeException {

	private final String holder;

	/**
	 * @param holder id of whoever has it
	 */
	HeldException(String holder) {
		super("held by another", null, false, false);
		this.holder = holder;
	}

	String holder() {
		return this.holder;
	}

}
