package io.huhang.web;

import java.time.Duration;

import io.huhang.campaign.DatabaseKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Keeps logins in the database, so that any node may answer (设计 §11). What has expired is
 * deleted each minute.
 */
@Configuration
@EnableJdbcHttpSession(tableName = Sessions.TABLE)
class SessionConfiguration {

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionRows(DatabaseKind kind,
			@Value("${server.servlet.session.timeout}") Duration timeout) {
		return rows -> {
			rows.setDefaultMaxInactiveInterval(timeout);
			rows.setCreateSessionAttributeQuery(Sessions.addAttribute(kind.isPostgres()));
		};
	}

	// Spring Session asks for it by this name.
	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService service = new GenericConversionService();
		service.addConverter(Object.class, byte[].class, SessionBytes::write);
		service.addConverter(byte[].class, Object.class, SessionBytes::read);
		return service;
	}

	// Spring MVC would look for messages to the next page in the session, on each style
	// sheet too. Our pages carry theirs in the address.
	@Bean
	FlashMapManager flashMapManager() {
		return new FlashMapManager() {

			@Override
			public FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
				return null;
			}

			@Override
			public void saveOutputFlashMap(FlashMap messages, HttpServletRequest request,
					HttpServletResponse response) {
				if (!messages.isEmpty()) {
					throw new UnsupportedOperationException("a message to the next page goes into its address");
				}
			}

		};
	}

}
