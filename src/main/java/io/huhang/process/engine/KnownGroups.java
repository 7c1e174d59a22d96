package io.huhang.process.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Spares each command the question which groups hold a grant at all: all of ours do, and
 * a group without one is refused just the same.
 */
class KnownGroups implements SessionFactory {

	@Override
	public Class<?> getSessionType() {
		return AuthorizationManager.class;
	}

	@Override
	public Session openSession() {
		return new AuthorizationManager() {

			@Override
			public List<String> filterAuthenticatedGroupIds(List<String> groups) {
				return (groups != null) ? groups : List.of();
			}

		};
	}

}
