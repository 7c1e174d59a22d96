package io.huhang.campaign;

/** A file of {@code config/} that cannot be used: stops the start. */
public class InvalidConfigurationException extends RuntimeException {

	/**
	 * Names the place and what belongs there.
	 * @param file the file below {@code config/}
	 * @param key the key or the line and column
	 * @param expected what is expected there
	 */
	public InvalidConfigurationException(String file, String key, String expected) {
		super("%s: %s: expected %s".formatted(file, key, expected));
	}

}
