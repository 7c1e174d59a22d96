package io.huhang.campaign;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Turns a wrong or missing value of the campaign's file into one line per key: file, key,
 * what is expected.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidCampaignFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final String FILE = "config/campaign-2024-926.yml";

	private static final Map<Class<?>, String> EXPECTED = Map.of(int.class, "a whole number", Integer.class,
			"a whole number", OffsetDateTime.class, "an instant with zone such as 2025-01-01T00:00:00+08:00");

	@Override
	protected FailureAnalysis analyze(Throwable root, BindException cause) {
		if (!cause.getName().toString().startsWith("huhang.campaign")) {
			return null;
		}
		BindValidationException invalid = findCause(cause, BindValidationException.class);
		String lines = (invalid != null) ? invalid.getValidationErrors()
			.getAllErrors()
			.stream()
			.map(error -> line(cause.getName().toString(), error))
			.collect(Collectors.joining("\n")) : unreadable(cause);
		return new FailureAnalysis("The campaign cannot be used:\n" + lines,
				"Correct the file (the one beside the jar wins over the packaged one) and start again.", cause);
	}

	private static String unreadable(BindException cause) {
		Object value = (cause.getProperty() != null) ? cause.getProperty().getValue() : null;
		Class<?> type = cause.getTarget().getType().toClass();
		return "%s: %s = %s: expected %s".formatted(FILE, cause.getName(), value,
				EXPECTED.getOrDefault(type, "a value of type " + type.getSimpleName()));
	}

	private static String line(String prefix, ObjectError error) {
		String key = (error instanceof FieldError field) ? field.getField() : error.getObjectName();
		Object value = (error instanceof FieldError field) ? field.getRejectedValue() : null;
		return "%s: %s.%s = %s: expected %s".formatted(FILE, prefix, key, value, error.getDefaultMessage());
	}

}
