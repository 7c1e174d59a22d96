package io.huhang.web;

import java.io.IOException;

import io.huhang.campaign.Lateness;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Notes when a request arrived, before anything makes it wait. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ArrivalFilter extends OncePerRequestFilter {

	private final Lateness lateness;

	ArrivalFilter(Lateness lateness) {
		this.lateness = lateness;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.lateness.begin();
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.lateness.end();
		}
	}

}
