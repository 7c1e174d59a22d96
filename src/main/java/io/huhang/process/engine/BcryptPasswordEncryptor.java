package io.huhang.process.engine;

import io.huhang.campaign.Sha256;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Replaces the engine's single round of SHA-512 by bcrypt; the engine's own salt only
 * lengthens the input.
 */
class BcryptPasswordEncryptor implements PasswordEncryptor {

	private static final int SALT_LENGTH = 24;

	private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();

	@Override
	public String encrypt(String salted) {
		return this.encoder.encode(shorten(salted));
	}

	@Override
	public boolean check(String salted, String encrypted) {
		return this.encoder.matches(shorten(salted), encrypted);
	}

	@Override
	public String hashAlgorithmName() {
		return "bcrypt";
	}

	// bcrypt reads 72 bytes at most; a long password behind the engine's salt must not be
	// cut.
	private static String shorten(String salted) {
		return (salted.length() > SALT_LENGTH * 2) ? Sha256.hex(salted) : salted;
	}

}
