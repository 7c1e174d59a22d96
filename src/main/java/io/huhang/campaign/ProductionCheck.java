package io.huhang.campaign;

import java.util.List;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Stops production before it touches anything when a setting is missing or wrong, all of
 * them in one message.
 */
class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (!context.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
			return;
		}
		List<String> problems = new ProductionSettings(context.getEnvironment()).problems();
		if (!problems.isEmpty()) {
			throw new StartRefusedException(problems);
		}
	}

}
