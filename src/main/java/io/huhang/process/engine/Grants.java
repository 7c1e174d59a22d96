package io.huhang.process.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.organization.Role;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.process.RegionApplicationProcess;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;

import org.springframework.stereotype.Component;

/**
 * What a group may do in the engine. Tasks need no grant: the engine gives one to whoever
 * a task is offered to.
 */
@Component
public class Grants {

	private static final String ANY = Authorization.ANY;

	/**
	 * What an administrator keeps. Tasks are not among it: who keeps the accounts does
	 * not decide on cases.
	 */
	private static final List<Resources> ACCOUNTS = List.of(Resources.APPLICATION, Resources.USER, Resources.GROUP,
			Resources.GROUP_MEMBERSHIP, Resources.AUTHORIZATION, Resources.FILTER, Resources.TENANT,
			Resources.TENANT_MEMBERSHIP, Resources.SYSTEM);

	private final IdentityService identity;

	private final AuthorizationService authorizations;

	Grants(IdentityService identity, AuthorizationService authorizations) {
		this.identity = identity;
		this.authorizations = authorizations;
	}

	/** The group with everything that its role may do. */
	public void ensureGroup(String id, Role role) {
		if (this.identity.createGroupQuery().groupId(id).count() == 0) {
			add(id);
		}
		grant(id, role);
	}

	private void add(String id) {
		Group group = this.identity.newGroup(id);
		group.setName(id);
		group.setType("WORKFLOW");
		this.identity.saveGroup(group);
	}

	private void grant(String group, Role role) {
		grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		switch (role) {
			case APPLICANT -> mayStart(group, CaseApplicationProcess.KEY);
			case OFFICER -> {
				mayStart(group, CaseRecommendationProcess.KEY);
				mayStart(group, RegionApplicationProcess.KEY);
				mayReadDiagrams(group);
			}
			case HEAD, LEADER, MIIT_HEAD, MIIT_LEADER -> mayReadDiagrams(group);
			case COORDINATOR, MIIT_OFFICER -> mayWatch(group);
			case ADMINISTRATOR -> mayAdminister(group);
			default -> {
				// Works on the tasks that are offered to it, and starts nothing.
			}
		}
	}

	private void mayStart(String group, String process) {
		grant(group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
		grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
	}

	private void mayReadDiagrams(String group) {
		grant(group, Resources.PROCESS_DEFINITION, CaseApplicationProcess.KEY, Permissions.READ);
		grant(group, Resources.PROCESS_DEFINITION, CaseRecommendationProcess.KEY, Permissions.READ);
		grant(group, Resources.PROCESS_DEFINITION, RegionApplicationProcess.KEY, Permissions.READ);
	}

	private void mayWatch(String group) {
		grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ, Permissions.READ_INSTANCE,
				Permissions.READ_HISTORY);
		grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
		grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
	}

	private void mayAdminister(String group) {
		for (Resources resource : ACCOUNTS) {
			grant(group, resource, ANY, Permissions.ALL);
		}
		grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ, Permissions.READ_INSTANCE,
				Permissions.READ_HISTORY, ProcessDefinitionPermissions.RETRY_JOB);
		grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
		grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
	}

	private void grant(String group, Resource resource, String id, Permission... permissions) {
		Authorization grant = find(group, resource, id).orElseGet(() -> make(group, resource, id));
		List<Permission> missing = Stream.of(permissions)
			.filter(permission -> !grant.isPermissionGranted(permission))
			.toList();
		if (!missing.isEmpty()) {
			missing.forEach(grant::addPermission);
			this.authorizations.saveAuthorization(grant);
		}
	}

	private Optional<Authorization> find(String group, Resource resource, String id) {
		return Optional.ofNullable(this.authorizations.createAuthorizationQuery()
			.groupIdIn(group)
			.resourceType(resource)
			.resourceId(id)
			.singleResult());
	}

	private Authorization make(String group, Resource resource, String id) {
		Authorization grant = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setGroupId(group);
		grant.setResource(resource);
		grant.setResourceId(id);
		return grant;
	}

}
