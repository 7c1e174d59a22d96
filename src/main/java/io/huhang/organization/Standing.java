package io.huhang.organization;

/**
 * Whether a person may work here now.
 *
 * @param passwordDue whether the next thing to do is to choose an own password
 * @param credentials counted up with each new password; a session of an older one is over
 */
public record Standing(State state, boolean passwordDue, int credentials) {

	/** Where an account is in its life. */
	public enum State {

		/** Invited by letter, has not chosen a password yet. */
		INVITED("已邀请，待设置密码"),
		/** May log in. */
		ACTIVE("在用"),
		/** Works here no more; the row stays for the record. */
		LEFT("已停用");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** Whether the person may log in. */
	public boolean active() {
		return this.state == State.ACTIVE;
	}

}
