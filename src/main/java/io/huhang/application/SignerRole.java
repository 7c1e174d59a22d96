package io.huhang.application;

import java.util.Arrays;
import java.util.Optional;

/**
 * In which capacity somebody signs 附件1 五、真实性承诺 (R51). A branch has no legal
 * representative of its own: its head signs.
 */
public enum SignerRole {

	/** 法定代表人. */
	LEGAL_REPRESENTATIVE("法定代表人"),
	/** 负责人 of a branch (分支机构) by its business licence. */
	HEAD_OF_BRANCH("负责人");

	private final String label;

	SignerRole(String label) {
		this.label = label;
	}

	/** The words before 签章. */
	public String label() {
		return this.label;
	}

	/** The role of this name, or empty for any other text. */
	static Optional<SignerRole> of(String name) {
		return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
	}

}
