package io.huhang.process.engine;

import java.util.Date;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;

/**
 * Remembers when an instance's history may go, which every command writes on each of its
 * rows. It is settled when the instance starts and nobody holds the right to move it.
 */
class KnownRemovalTimes extends CacheAwareHistoryEventProducer {

	private static final int MOST = 10_000;

	private final Cache<String, Date> times = Caffeine.newBuilder().maximumSize(MOST).build();

	@Override
	protected void provideRemovalTime(HistoryEvent event) {
		String root = event.getRootProcessInstanceId();
		Date known = (root != null) ? this.times.getIfPresent(root) : null;
		if (known != null) {
			event.setRemovalTime(known);
			return;
		}
		super.provideRemovalTime(event);
	}

	@Override
	protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
		HistoricProcessInstanceEventEntity root = super.getHistoricRootProcessInstance(id);
		if (root != null && root.getRemovalTime() != null) {
			this.times.put(id, root.getRemovalTime());
		}
		return root;
	}

}
