package io.huhang.process.engine;

import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Times that never change, by id, of the records that were in use last. */
class RecentTimes {

	private static final int MOST = 10_000;

	private final Map<String, Long> times = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > MOST;
		}

	});

	Optional<Date> of(String id) {
		return Optional.ofNullable(this.times.get(id)).map(Date::new);
	}

	void keep(String id, Date time) {
		this.times.put(id, time.getTime());
	}

}
