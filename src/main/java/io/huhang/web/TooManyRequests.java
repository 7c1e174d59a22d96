package io.huhang.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/** The answer to a client that asks too often, whatever it asks. */
final class TooManyRequests {

	private TooManyRequests() {
	}

	static String page(HttpServletResponse response) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		return "too-many-requests";
	}

}
