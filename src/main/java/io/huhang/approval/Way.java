package io.huhang.approval;

import io.huhang.campaign.RefusedException;
import io.huhang.organization.Role;

/**
 * How a person gives the decision of an authority (签发): follows from the role of who
 * acts, never from what a form sends.
 */
public enum Way {

	/** Decides here. */
	ONLINE,
	/** Records what was signed on paper (线下签批). */
	PAPER;

	/**
	 * The only way that is open to this role.
	 * @throws RefusedException for everyone else
	 */
	public static Way of(Role role) {
		return switch (role) {
			case LEADER, HEAD -> ONLINE;
			case OFFICER -> PAPER;
			default -> throw new RefusedException("task", "由主管部门的领导签发，其他人员不能办理。", "系统规则");
		};
	}

}
