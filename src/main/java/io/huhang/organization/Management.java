package io.huhang.organization;

import java.util.Arrays;
import java.util.List;

/** Who looks after whose accounts: each side its own, by its head (design §1). */
public final class Management {

	private Management() {
	}

	/** Whether the person finds the other one in its list. */
	public static boolean sees(Person viewer, Person other) {
		return switch (viewer.role()) {
			case ADMINISTRATOR -> true;
			case OFFICER, HEAD, LEADER -> other.role().isLocal() && other.organization().equals(viewer.organization());
			case MIIT_OFFICER, MIIT_HEAD, MIIT_LEADER -> isMinistry(other.role());
			default -> false;
		};
	}

	/** Whether the person may invite, change and deactivate the other one. */
	public static boolean manages(Person manager, Person other) {
		return sees(manager, other) && roles(manager).contains(other.role());
	}

	/** Whether the person manages anybody. */
	public static boolean isManager(Person person) {
		return !roles(person).isEmpty();
	}

	/** Whether the person has a list of people at all. */
	public static boolean hasList(Person person) {
		return sees(person, person);
	}

	/**
	 * The roles that the person may give. Enterprises manage their own people, and an
	 * administrator is made by administrators.
	 */
	public static List<Role> roles(Person manager) {
		return Arrays.stream(Role.values()).filter(role -> gives(manager.role(), role)).toList();
	}

	/** The roles that the manager may give to this person: those of its side. */
	public static List<Role> roles(Person manager, Person other) {
		return roles(manager).stream().filter(role -> role.isLocal() == other.role().isLocal()).toList();
	}

	private static boolean gives(Role manager, Role role) {
		return switch (manager) {
			case ADMINISTRATOR -> role != Role.APPLICANT;
			case HEAD -> role.isLocal();
			case MIIT_HEAD -> isMinistry(role) && role != Role.ADMINISTRATOR;
			default -> false;
		};
	}

	private static boolean isMinistry(Role role) {
		return role != Role.APPLICANT && !role.isLocal();
	}

}
