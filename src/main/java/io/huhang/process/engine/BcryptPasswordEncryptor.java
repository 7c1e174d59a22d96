package io.huhang.process.engine;

import java.nio.charset.StandardCharsets;

import io.huhang.campaign.Sha256;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Replaces the engine's single round of SHA-512 by bcrypt; the engine's own salt only
 * lengthens the input.
 */
class BcryptPasswordEncryptor implements PasswordEncryptor {

	private static final int MAX_BYTES = 72;

	private final BCryptPasswordEncoder encoder;

	/** With a work factor: each step doubles the time that a password takes. */
	BcryptPasswordEncryptor(int workFactor) {
		this.encoder = new BCryptPasswordEncoder(workFactor);
	}

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

	// bcrypt reads no more bytes; a long password, or a Chinese one of three bytes a
	// character, must neither be cut nor refused.
	private static String shorten(String salted) {
		return (salted.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) ? Sha256.hex(salted) : salted;
	}

}
