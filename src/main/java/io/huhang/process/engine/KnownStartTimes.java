package io.huhang.process.engine;

import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Remembers when tasks and steps began: the engine asks the database for it at every
 * change of one, to tell how long it took.
 */
class KnownStartTimes extends DbHistoryEventHandler {

	private final RecentTimes startTimes = new RecentTimes();

	@Override
	protected void insertOrUpdate(HistoryEvent event) {
		if (event instanceof HistoricScopeInstanceEvent scope && isInitialEvent(event)) {
			Optional.ofNullable(scope.getStartTime()).ifPresent(time -> this.startTimes.keep(scope.getId(), time));
		}
		else if (event instanceof HistoricScopeInstanceEvent scope && isKnown(scope)) {
			getDbEntityManager().merge(scope);
			return;
		}
		super.insertOrUpdate(event);
	}

	// What this command has begun itself stands in its cache and is changed there.
	private boolean isKnown(HistoricScopeInstanceEvent scope) {
		if (scope.getId() == null || getDbEntityManager().getCachedEntity(scope.getClass(), scope.getId()) != null) {
			return false;
		}
		Optional<Date> known = this.startTimes.of(scope.getId());
		known.ifPresent(scope::setStartTime);
		return known.isPresent();
	}

}
