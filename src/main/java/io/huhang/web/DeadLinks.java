package io.huhang.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/** What pages behind one-time links have in common. */
final class DeadLinks {

	private DeadLinks() {
	}

	/**
	 * The page of a link that does not work. 404 for each, since the difference between
	 * used and never issued would tell who exists.
	 */
	static String page(HttpServletResponse response) {
		keepSecret(response);
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "dead-link";
	}

	/** Nobody whom the page links to learns its address. */
	static void keepSecret(HttpServletResponse response) {
		response.setHeader("Referrer-Policy", "no-referrer");
	}

}
