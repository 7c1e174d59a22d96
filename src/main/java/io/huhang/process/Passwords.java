package io.huhang.process;

import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

import org.springframework.stereotype.Component;

/**
 * Compares passwords and nothing else. The engine's own check would lock an account that
 * somebody else guesses at, and answers for an unknown name at once.
 */
@Component
public class Passwords {

	// What the engine takes for a login name; nothing else reaches the database.
	private static final Pattern LOGIN_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,64}");

	private final ProcessEngineConfigurationImpl configuration;

	Passwords(ProcessEngineConfigurationImpl configuration) {
		this.configuration = configuration;
	}

	/**
	 * Whether this is the password of this login name; for an unknown name false after
	 * the same work.
	 */
	public boolean match(String userId, String password) {
		UserEntity user = LOGIN_NAME.matcher(userId).matches() ? find(userId) : null;
		if (user == null || user.getPassword() == null) {
			// To hash takes as long as to compare.
			this.configuration.getPasswordManager()
				.encrypt(EncryptionUtil.saltPassword(password, "no salt of anybody"));
			return false;
		}
		return matches(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
	}

	private boolean matches(String salted, String hash) {
		return this.configuration.getPasswordManager().check(salted, hash);
	}

	// Nobody is logged in yet.
	private UserEntity find(String userId) {
		Command<UserEntity> command = context -> context.runWithoutAuthorization(
				() -> context.getReadOnlyIdentityProvider().findUserById(userId) instanceof UserEntity user ? user
						: null);
		return this.configuration.getCommandExecutorTxRequired().execute(command);
	}

}
