package io.huhang.organization;

/** How a claim may end. */
public enum ClaimDecision {

	/** The claimant becomes a colleague; the contact stays. */
	ADMIT("同意加入（成为同事）"),
	/** The claimant becomes the contact; the former one stays as a colleague. */
	APPOINT("变更联系人"),
	/** Somebody registered with another's code: its accounts end. */
	TRANSFER("停用原账号并移交"),
	/** Nothing changes. */
	REJECT("驳回");

	private final String label;

	ClaimDecision(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

}
