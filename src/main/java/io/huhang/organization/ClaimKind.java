package io.huhang.organization;

import java.util.Arrays;
import java.util.Optional;

/** What a claimant asks for (通知二（一）). */
public enum ClaimKind {

	/** The enterprise's contact may admit, or the authority decides. */
	JOIN("申请加入本单位"),
	/** It is about the contact, who therefore neither sees nor decides it. */
	DISPUTE("本单位代码被他人注册，请主管部门核实");

	private final String label;

	ClaimKind(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

	/** The kind of this name, if there is one. */
	public static Optional<ClaimKind> named(String name) {
		return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
	}

}
