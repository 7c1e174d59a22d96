package io.huhang.draft;

/** Somebody saved the draft after the form was loaded; what they saved stands. */
public class StaleDraftException extends RuntimeException {

	private final transient Draft current;

	StaleDraftException(Draft current) {
		super("draft %s/%s is at version %d".formatted(current.subject(), current.form(), current.version()));
		this.current = current;
	}

	/** The draft as it stands. */
	public Draft current() {
		return this.current;
	}

}
