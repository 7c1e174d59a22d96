package io.huhang.organization;

import java.util.List;

/**
 * Someone with an account.
 *
 * @param id the login name
 * @param phone 手机 or 座机; the foot of annex 3 prints that of its officer
 * @param organization the enterprise's 统一社会信用代码 or the authority's key; empty for the
 * ministry's side
 */
public record Person(String id, String name, String email, String phone, Role role, String organization) {

	static final String ENTERPRISE_GROUP = "enterprise-";

	/** The engine group of everyone of this enterprise. */
	public static String enterpriseGroup(String uscc) {
		return ENTERPRISE_GROUP + uscc;
	}

	/** The engine groups of this person, that of its role first (design §1). */
	public List<String> groups() {
		String group = this.role.group(this.organization);
		return (this.role == Role.APPLICANT) ? List.of(group, enterpriseGroup(this.organization)) : List.of(group);
	}

}
