package io.huhang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one source of time: the database's clock plus an offset that only the demo moves,
 * and only forward. Two nodes with different clocks therefore judge a deadline alike. The
 * database is asked once a second; in between a stopwatch runs on.
 */
@Component
public class CampaignClock extends Clock {

	/** How far one step of the demo may lead: a year and a month. */
	static final Duration FARTHEST = Duration.ofDays(400);

	private static final long FRESH_NANOSECONDS = 1_000_000_000;

	private final JdbcClient jdbc;

	private final String now;

	private volatile Reading latest;

	/** What the database said, and when by this JVM's stopwatch. */
	private record Reading(Instant moment, long stopwatch) {
	}

	CampaignClock(JdbcClient jdbc, DatabaseKind database) {
		this.jdbc = jdbc;
		// H2 runs inside this JVM, and its current_timestamp stands still within a
		// transaction.
		this.now = database.isPostgres() ? "clock_timestamp()" : "null";
	}

	@Override
	public Instant instant() {
		Reading reading = this.latest;
		if (reading == null || System.nanoTime() - reading.stopwatch() > FRESH_NANOSECONDS) {
			long before = System.nanoTime();
			reading = new Reading(read(), before);
			this.latest = reading;
		}
		return reading.moment().plusNanos(System.nanoTime() - reading.stopwatch());
	}

	private Instant read() {
		return this.jdbc.sql("select " + this.now + " as moment, offset_seconds from campaign_clock")
			.query((row, number) -> {
				OffsetDateTime moment = row.getObject("moment", OffsetDateTime.class);
				Instant base = (moment != null) ? moment.toInstant() : Instant.now();
				return base.plusSeconds(row.getLong("offset_seconds"));
			})
			.single();
	}

	/** How far the demo has moved ahead of (or begun behind) the real time. */
	public Duration offset() {
		return Duration
			.ofSeconds(this.jdbc.sql("select offset_seconds from campaign_clock").query(Long.class).single());
	}

	/** Whether the demo has ever moved this clock. */
	public boolean isDemo() {
		return this.jdbc.sql("select started or offset_seconds <> 0 from campaign_clock").query(Boolean.class).single();
	}

	/** How far the database's clock is ahead of this machine's. */
	Duration skew() {
		return Duration.between(Instant.now(), instant()).minus(offset());
	}

	/**
	 * Sets where the demo begins, once and for all.
	 * @param start the instant that is "now" at the very first start
	 */
	public void beginAt(Instant start) {
		this.jdbc.sql("update campaign_clock set offset_seconds = :offset, started = true where started = false")
			.param("offset", Duration.between(Instant.now(), start).toSeconds())
			.update();
		this.latest = null;
	}

	/**
	 * Moves the demo's time forward.
	 * @param target the instant that becomes "now"
	 * @throws RefusedException if the target lies in the past, or more than
	 * {@link #FARTHEST} ahead: nothing moves this clock back
	 */
	public void advanceTo(Instant target) {
		// Rounded up: who asks for midnight must not see the minute before it.
		long seconds = Duration.between(instant(), target).plusNanos(999_999_999).toSeconds();
		if (seconds <= 0) {
			throw new RefusedException("target", "演示时间只能向后调整，请选择晚于当前的时间。", "系统规则");
		}
		if (seconds > FARTHEST.toSeconds()) {
			throw new RefusedException("target", "一次最多向后调整%d天，且不能退回，请核对年份。".formatted(FARTHEST.toDays()), "系统规则");
		}
		this.jdbc.sql("update campaign_clock set offset_seconds = offset_seconds + :seconds where started = true")
			.param("seconds", seconds)
			.update();
		this.latest = null;
	}

	@Override
	public ZoneId getZone() {
		return Campaign.ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("the notice knows one zone");
	}

}
