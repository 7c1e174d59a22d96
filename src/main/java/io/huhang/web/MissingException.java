package io.huhang.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing for this person: what is foreign looks like what is missing. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class MissingException extends RuntimeException {

	MissingException() {
		super("not found", null, false, false);
	}

}
