package io.huhang.organization;

import java.util.Locale;
import java.util.Optional;

/** What a person is in the selection; the engine's groups follow from it (design §1). */
public enum Role {

	/** 申报单位. */
	APPLICANT("申报单位"),
	/** 地方主管部门 经办人: checks. */
	OFFICER("经办人"),
	/** 地方主管部门 处室负责人: reviews. */
	HEAD("处室负责人"),
	/** 地方主管部门 局领导: approves. */
	LEADER("局领导"),
	/** 部网络安全管理局 经办人. */
	MIIT_OFFICER("部经办人"),
	/** 部网络安全管理局 处长. */
	MIIT_HEAD("部处长"),
	/** 部网络安全管理局 局领导. */
	MIIT_LEADER("部局领导"),
	/** 协调人. */
	COORDINATOR("协调人"),
	/** 评审专家. */
	EXPERT("评审专家"),
	/** 审计. */
	AUDITOR("审计"),
	/** System administrator. */
	ADMINISTRATOR("系统管理员");

	private final String label;

	Role(String label) {
		this.label = label;
	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

	/** Whether this is someone of a local authority. */
	public boolean isLocal() {
		return this == OFFICER || this == HEAD || this == LEADER;
	}

	/** Whether the fence lets this person work in every webapp ("staff" of design §1). */
	public boolean isStaff() {
		return switch (this) {
			case MIIT_OFFICER, MIIT_HEAD, MIIT_LEADER, COORDINATOR, ADMINISTRATOR -> true;
			default -> false;
		};
	}

	/** The engine group of this role, without that of the enterprise or authority. */
	String group(String organization) {
		return switch (this) {
			case OFFICER, HEAD, LEADER -> organization + "-" + suffix();
			case ADMINISTRATOR -> "camunda-admin";
			default -> suffix();
		};
	}

	/**
	 * The organization whose people with this role form this engine group; empty if they
	 * do not.
	 */
	Optional<String> organizationOf(String group) {
		String end = group("");
		if (isLocal() && group.endsWith(end)) {
			return Optional.of(group.substring(0, group.length() - end.length()));
		}
		return group.equals(end) ? Optional.of("") : Optional.empty();
	}

	private String suffix() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
