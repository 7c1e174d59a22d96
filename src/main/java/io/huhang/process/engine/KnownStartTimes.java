package io.huhang.process.engine;

import java.util.Date;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Remembers when tasks and steps began: the engine asks the database for it at every
 * change of one, to tell how long it took.
 */
class KnownStartTimes extends DbHistoryEventHandler {

	private static final int MOST = 10_000;

	private final Cache<String, Date> times = Caffeine.newBuilder().maximumSize(MOST).build();

	@Override
	protected void insertOrUpdate(HistoryEvent event) {
		if (!(event instanceof HistoricScopeInstanceEvent scope) || scope.getId() == null) {
			super.insertOrUpdate(event);
		}
		else if (isInitialEvent(scope)) {
			if (scope.getStartTime() != null) {
				this.times.put(scope.getId(), scope.getStartTime());
			}
			super.insertOrUpdate(scope);
		}
		else {
			update(scope);
		}
	}

	private void update(HistoricScopeInstanceEvent scope) {
		Date begun = this.times.getIfPresent(scope.getId());
		// What this command has begun itself stands in its cache and is changed there.
		if (begun == null || getDbEntityManager().getCachedEntity(scope.getClass(), scope.getId()) != null) {
			super.insertOrUpdate(scope);
			return;
		}
		scope.setStartTime(begun);
		getDbEntityManager().merge(scope);
	}

}
