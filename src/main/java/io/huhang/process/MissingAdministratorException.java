package io.huhang.process;

/** Nobody could keep accounts: stops the start. */
class MissingAdministratorException extends RuntimeException {

	MissingAdministratorException() {
		super("there is no active administrator and no setting huhang.first-administrator");
	}

}
