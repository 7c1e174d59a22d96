package io.huhang.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The answer to a client that asks too often, whatever it asks. */
final class TooManyRequests {

	private TooManyRequests() {
	}

	/** Where a program asks, and may ask again after this pause. */
	static String page(Duration pause, Model model, HttpServletResponse response) {
		long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		model.addAttribute("wait", seconds);
		return page(response);
	}

	static String page(HttpServletResponse response) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		return "too-many-requests";
	}

}
