package io.huhang.campaign;

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

	@Override
	protected FailureAnalysis analyze(Throwable root, BindException cause) {
		if (!cause.getName().toString().startsWith("huhang.campaign")) {
			return null;
		}
		BindValidationException invalid = findCause(cause, BindValidationException.class);
		String lines = (invalid != null)
				? invalid.getValidationErrors()
					.getAllErrors()
					.stream()
					.map(this::line)
					.collect(Collectors.joining("\n"))
				: FILE + ": " + cause.getProperty() + ": expected a value of type " + cause.getTarget().getType();
		return new FailureAnalysis("The campaign cannot be used:\n" + lines,
				"Correct the file (the one beside the jar wins over the packaged one) and start again.", cause);
	}

	private String line(ObjectError error) {
		String key = (error instanceof FieldError field) ? field.getField() : error.getObjectName();
		Object value = (error instanceof FieldError field) ? field.getRejectedValue() : null;
		return "%s: huhang.campaign.%s = %s: expected %s".formatted(FILE, key, value, error.getDefaultMessage());
	}

}
