package io.huhang.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent of each package, when, to whom and by whom. */
@Repository
public class Deliveries {

	private static final String SELECT = "select id, recommendation_number, version, edition, ordinal, parts, recipient,"
			+ " sent_by, sent_at, expires_at from recommendation_delivery ";

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The deliveries of this recommendation, the oldest first. */
	public List<Delivery> of(String number) {
		return this.jdbc.sql(SELECT + "where recommendation_number = :number order by ordinal")
			.param("number", number)
			.query(this::map)
			.list();
	}

	/** The delivery of this link, or empty. */
	public Optional<Delivery> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::map).optional();
	}

	/** Writes down a delivery; its ordinal lets it be once. */
	void insert(Delivery delivery) {
		this.jdbc
			.sql("insert into recommendation_delivery (id, recommendation_number, version, edition, ordinal, parts,"
					+ " recipient, sent_by, sent_at, expires_at) values (:id, :number, :version, :edition, :ordinal,"
					+ " :parts, :recipient, :by, :at, :until)")
			.param("id", delivery.id())
			.param("number", delivery.recommendationNumber())
			.param("version", delivery.version())
			.param("edition", delivery.edition())
			.param("ordinal", delivery.ordinal())
			.param("parts", String.join(",", delivery.parts()))
			.param("recipient", delivery.recipient())
			.param("by", delivery.sentBy())
			.param("at", at(delivery.sentAt()))
			.param("until", at(delivery.expiresAt()))
			.update();
		int place = 0;
		for (UUID letter : delivery.letters()) {
			this.jdbc
				.sql("insert into recommendation_delivery_letter (delivery_id, place, letter_id)"
						+ " values (:delivery, :place, :letter)")
				.param("delivery", delivery.id())
				.param("place", place++)
				.param("letter", letter)
				.update();
		}
	}

	private Delivery map(ResultSet row, int index) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String parts = row.getString("parts");
		return new Delivery(id, row.getString("recommendation_number"), row.getInt("version"), row.getInt("edition"),
				row.getInt("ordinal"), parts.isEmpty() ? List.of() : Arrays.asList(parts.split(",")),
				row.getString("recipient"), row.getString("sent_by"),
				row.getObject("sent_at", OffsetDateTime.class).toInstant(),
				row.getObject("expires_at", OffsetDateTime.class).toInstant(), letters(id));
	}

	private List<UUID> letters(UUID delivery) {
		return this.jdbc
			.sql("select letter_id from recommendation_delivery_letter where delivery_id = :delivery order by place")
			.param("delivery", delivery)
			.query(UUID.class)
			.list();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
