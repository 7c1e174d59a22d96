package io.huhang.process.engine;

import java.util.List;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Refuses to empty the group of administrators: while it is empty, the webapps would let
 * the next visitor make himself one (CVE-2026-77226).
 */
class AdministratorWall implements Wall {

	private static final CommandField GROUP = CommandField.of(DeleteGroupCmd.class, "groupId");

	private static final CommandField MEMBERSHIP_GROUP = CommandField.of(DeleteMembershipCmd.class, "groupId");

	private static final CommandField MEMBER = CommandField.of(DeleteMembershipCmd.class, "userId");

	private static final CommandField USER = CommandField.of(DeleteUserCmd.class, "userId");

	private final ProcessEngineConfigurationImpl configuration;

	AdministratorWall(ProcessEngineConfigurationImpl configuration) {
		this.configuration = configuration;
	}

	@Override
	public void check(Command<?> command) {
		boolean empties = false;
		if (command instanceof DeleteGroupCmd) {
			empties = Groups.CAMUNDA_ADMIN.equals(GROUP.of(command));
		}
		else if (command instanceof DeleteMembershipCmd) {
			empties = Groups.CAMUNDA_ADMIN.equals(MEMBERSHIP_GROUP.of(command)) && isLast(MEMBER.of(command));
		}
		else if (command instanceof DeleteUserCmd) {
			empties = isLast(USER.of(command));
		}
		if (empties) {
			throw new BadUserRequestException("the group of administrators never empties");
		}
	}

	// Whoever deletes may not be allowed to see the members.
	private boolean isLast(Object userId) {
		IdentityService identity = this.configuration.getIdentityService();
		Authentication caller = identity.getCurrentAuthentication();
		identity.clearAuthentication();
		try {
			return identity.createUserQuery()
				.memberOfGroup(Groups.CAMUNDA_ADMIN)
				.list()
				.stream()
				.map(User::getId)
				.toList()
				.equals(List.of(userId));
		}
		finally {
			this.configuration.getIdentityService().setAuthentication(caller);
		}
	}

}
