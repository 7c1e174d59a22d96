package io.huhang.application;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Finding the campaign's cases, finished ones too, each with when it was handed in. */
@Repository
public class CaseList {

	private final JdbcClient jdbc;

	private final Campaign campaign;

	CaseList(JdbcClient jdbc, Campaign campaign) {
		this.jdbc = jdbc;
		this.campaign = campaign;
	}

	/**
	 * Which cases; an empty text asks for all.
	 *
	 * @param words part of number, enterprise, code or name of the case
	 * @param authority key
	 * @param direction code
	 * @param category code, as last frozen
	 */
	public record Filter(String words, String authority, String direction, String category) {
	}

	/**
	 * A case that was found.
	 *
	 * @param filedAt when its newest sealed revision was handed in
	 */
	public record Listed(CaseApplication application, Optional<Instant> filedAt) {
	}

	/** All of them, by number. */
	public List<Listed> find(Filter filter) {
		return bind(this.jdbc.sql("select c.number, c.authority, c.uscc, c.applicant, c.direction, c.case_name,"
				+ " c.unit_name, c.opened_at, c.live_key, f.filed_at from application_case c left join"
				+ " (select case_number, max(filed_at) as filed_at from application_filing group by case_number) f"
				+ " on f.case_number = c.number where " + conditions(filter) + " order by c.number"), filter)
			.query((row, index) -> new Listed(CaseApplications.ROW.mapRow(row, index),
					Optional.ofNullable(row.getObject("filed_at", OffsetDateTime.class))
						.map(OffsetDateTime::toInstant)))
			.list();
	}

	/** As the column holds them. */
	static String marks(List<String> categories) {
		return categories.stream().map(code -> code + ",").collect(Collectors.joining("", ",", ""));
	}

	private static String conditions(Filter filter) {
		List<String> conditions = new ArrayList<>(List.of("c.campaign = :campaign"));
		if (!filter.authority().isEmpty()) {
			conditions.add("c.authority = :authority");
		}
		if (!filter.direction().isEmpty()) {
			conditions.add("c.direction = :direction");
		}
		if (!filter.category().isEmpty()) {
			conditions.add("c.categories like :category escape '!'");
		}
		if (!filter.words().isBlank()) {
			conditions.add("(lower(c.number) like :words escape '!' or lower(c.unit_name) like :words escape '!'"
					+ " or lower(c.uscc) like :words escape '!' or lower(c.case_name) like :words escape '!')");
		}
		return String.join(" and ", conditions);
	}

	private StatementSpec bind(StatementSpec statement, Filter filter) {
		statement.param("campaign", this.campaign.id());
		if (!filter.authority().isEmpty()) {
			statement.param("authority", filter.authority());
		}
		if (!filter.direction().isEmpty()) {
			statement.param("direction", filter.direction());
		}
		if (!filter.category().isEmpty()) {
			statement.param("category", "%," + plain(filter.category()) + ",%");
		}
		if (!filter.words().isBlank()) {
			statement.param("words", "%" + plain(filter.words().strip().toLowerCase(Locale.ROOT)) + "%");
		}
		return statement;
	}

	private static String plain(String text) {
		return text.replaceAll("[!%_]", "!$0");
	}

}
