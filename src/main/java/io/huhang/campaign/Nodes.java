package io.huhang.campaign;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code campaign_node}. Their times are the database's own. */
@Repository
class Nodes {

	private static final String ALIVE = "last_seen_at > current_timestamp - interval '2' minute";

	private final JdbcClient jdbc;

	Nodes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Live nodes of another zone, one line each. */
	List<String> outside(String zone) {
		return this.jdbc.sql("select host, zone from campaign_node where zone <> :zone and " + ALIVE + " order by host")
			.param("zone", zone)
			.query((row, number) -> "the node on %s runs in zone %s, this one in %s: stop that node first"
				.formatted(row.getString("host"), row.getString("zone"), zone))
			.list();
	}

	/** Notes that this node has started, and forgets those of long ago. */
	void add(UUID id, String host, String zone, Duration skew) {
		this.jdbc.sql("delete from campaign_node where last_seen_at < current_timestamp - interval '30' day").update();
		this.jdbc
			.sql("insert into campaign_node (id, host, zone, skew_millis, started_at, last_seen_at)"
					+ " values (:id, :host, :zone, :skew, current_timestamp, current_timestamp)")
			.param("id", id)
			.param("host", host)
			.param("zone", zone)
			.param("skew", skew.toMillis())
			.update();
	}

	/** Notes that this node is still there. */
	void seen(UUID id) {
		this.jdbc.sql("update campaign_node set last_seen_at = current_timestamp where id = :id")
			.param("id", id)
			.update();
	}

}
