package io.huhang.process.engine;

import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;

/**
 * Remembers when an instance's history may go, which every command writes on each of its
 * rows. It is settled when the instance starts and nobody holds the right to move it.
 */
class KnownRemovalTimes extends CacheAwareHistoryEventProducer {

	private final RecentTimes removalTimes = new RecentTimes();

	@Override
	protected void provideRemovalTime(HistoryEvent event) {
		Optional<Date> known = Optional.ofNullable(event.getRootProcessInstanceId()).flatMap(this.removalTimes::of);
		if (known.isPresent()) {
			event.setRemovalTime(known.get());
			return;
		}
		super.provideRemovalTime(event);
	}

	@Override
	protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
		HistoricProcessInstanceEventEntity root = super.getHistoricRootProcessInstance(id);
		if (root != null && root.getRemovalTime() != null) {
			this.removalTimes.keep(id, root.getRemovalTime());
		}
		return root;
	}

}
