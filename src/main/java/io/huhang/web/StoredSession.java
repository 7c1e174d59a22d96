package io.huhang.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.session.Session;

/**
 * A session that knows whether there is anything to write: the webapps set the same value
 * on every request.
 */
final class StoredSession implements Session {

	private static final Duration PRECISION = Duration.ofMinutes(1);

	private final Session session;

	private final Map<String, byte[]> read = new HashMap<>();

	private boolean fresh;

	private boolean changed;

	private Instant touched;

	StoredSession(Session session, boolean fresh) {
		this.session = session;
		this.fresh = fresh;
	}

	Session session() {
		return this.session;
	}

	boolean isChanged() {
		return this.fresh || this.changed;
	}

	/**
	 * When the person was last here, or null when what is stored is less than a minute
	 * off.
	 */
	Instant touched() {
		return this.touched;
	}

	void saved() {
		this.fresh = false;
		this.changed = false;
		this.touched = null;
	}

	@Override
	public String getId() {
		return this.session.getId();
	}

	@Override
	public String changeSessionId() {
		this.changed = true;
		return this.session.changeSessionId();
	}

	@Override
	public <T> T getAttribute(String name) {
		T value = this.session.getAttribute(name);
		if (value != null && !(value instanceof String)) {
			// Whoever got it may alter it before setting it.
			this.read.computeIfAbsent(name, key -> SessionBytes.write(value));
		}
		return value;
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, Object value) {
		byte[] before = this.read.get(name);
		if (before != null && value != null && Arrays.equals(before, SessionBytes.write(value))) {
			return;
		}
		this.changed = true;
		this.read.remove(name);
		this.session.setAttribute(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.changed = true;
		this.read.remove(name);
		this.session.removeAttribute(name);
	}

	@Override
	public Instant getCreationTime() {
		return this.session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant time) {
		if (this.fresh) {
			this.session.setLastAccessedTime(time);
		}
		else if (Duration.between(this.session.getLastAccessedTime(), time).compareTo(PRECISION) >= 0) {
			this.touched = time;
		}
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.changed = true;
		this.session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.session.isExpired();
	}

}
