package io.huhang.audit;

/** The key belongs to another command: of somebody else, or with other contents. */
public class CommandConflictException extends RuntimeException {

	CommandConflictException() {
		super("the key of this command was used for another one", null, false, false);
	}

}
