package io.huhang.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was not used for longest: invented names must not fill the memory. */
final class Remembered<V> extends LinkedHashMap<String, V> {

	private final int most;

	Remembered(int most) {
		super(16, 0.75f, true);
		this.most = most;
	}

	@Override
	protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
		return size() > this.most;
	}

}
