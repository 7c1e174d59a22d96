package io.huhang.process.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.huhang.campaign.RefusedException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.slf4j.Marker;

/**
 * Keeps refusals out of the log: a person reads them in the browser, the engine would log
 * them as errors, and their words may hold a name. Named in {@code logback-spring.xml}.
 */
public class RefusalFilter extends TurboFilter {

	@Override
	public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
			Throwable thrown) {
		for (Throwable cause = thrown(params, thrown); cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException || cause instanceof FormFieldValidationException) {
				return FilterReply.DENY;
			}
		}
		return FilterReply.NEUTRAL;
	}

	// With parameters, the exception is the last of them.
	private static Throwable thrown(Object[] params, Throwable thrown) {
		boolean last = thrown == null && params != null && params.length > 0
				&& params[params.length - 1] instanceof Throwable;
		return last ? (Throwable) params[params.length - 1] : thrown;
	}

}
