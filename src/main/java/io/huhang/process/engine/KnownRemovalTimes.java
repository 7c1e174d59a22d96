package io.huhang.process.engine;

import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;

/**
 * Remembers when an instance's history may go, which every command writes on each of its
 * rows. It is settled when the instance starts and nobody holds the right to move it.
 */
class KnownRemovalTimes extends CacheAwareHistoryEventProducer {

	private static final int MOST = 10_000;

	private final Map<String, Long> times = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > MOST;
		}

	});

	@Override
	protected void provideRemovalTime(HistoryEvent event) {
		String root = event.getRootProcessInstanceId();
		Long known = (root != null) ? this.times.get(root) : null;
		if (known != null) {
			event.setRemovalTime(new Date(known));
			return;
		}
		super.provideRemovalTime(event);
	}

	@Override
	protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
		HistoricProcessInstanceEventEntity root = super.getHistoricRootProcessInstance(id);
		if (root != null && root.getRemovalTime() != null) {
			this.times.put(id, root.getRemovalTime().getTime());
		}
		return root;
	}

}
