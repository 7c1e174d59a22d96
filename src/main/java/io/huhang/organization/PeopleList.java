package io.huhang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.huhang.organization.Standing.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Finding people, also those who are invited or have left. */
@Repository
public class PeopleList {

	/** People on one page. */
	public static final int PAGE_SIZE = 50;

	private static final int ADDRESSES_AT_ONCE = 500;

	private static final String COLUMNS = "select id, name, email, phone, role, organization";

	private final JdbcClient jdbc;

	PeopleList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Which people.
	 *
	 * @param words part of a name or an address
	 * @param organization empty for all
	 */
	public record Filter(String words, Optional<String> organization, Optional<Role> role, Optional<State> state) {
	}

	/** A person and where its account is in its life. */
	public record Line(Person person, State state) {
	}

	/** How many there are. */
	public int count(Filter filter) {
		return bind(this.jdbc.sql("select count(*) from organization_person where " + conditions(filter)), filter)
			.query(Integer.class)
			.single();
	}

	/** One page of them, by unit, name and id; the first page is 1. */
	public List<Line> page(Filter filter, int page) {
		return bind(this.jdbc.sql(COLUMNS + ", state from organization_person where " + conditions(filter)
				+ " order by organization, name, id offset :skipped rows fetch next :size rows only"), filter)
			.param("skipped", (page - 1) * PAGE_SIZE)
			.param("size", PAGE_SIZE)
			.query((row,
					index) -> new Line(new Person(row.getString("id"), row.getString("name"), row.getString("email"),
							row.getString("phone"), Role.valueOf(row.getString("role")), row.getString("organization")),
							State.valueOf(row.getString("state"))))
			.list();
	}

	/** Who has which of these addresses, also those who left. */
	public Map<String, Person> holders(Collection<String> emails) {
		List<String> all = List.copyOf(emails);
		Map<String, Person> holders = new HashMap<>();
		for (int from = 0; from < all.size(); from += ADDRESSES_AT_ONCE) {
			this.jdbc.sql(COLUMNS + " from organization_person where email in (:emails)")
				.param("emails", all.subList(from, Math.min(all.size(), from + ADDRESSES_AT_ONCE)))
				.query(Person.class)
				.list()
				.forEach(person -> holders.put(person.email(), person));
		}
		return holders;
	}

	/**
	 * Everyone of this organization who may log in, by id. Until the transaction ends,
	 * nobody else can lock them, so that two who leave leave one after the other.
	 */
	List<Person> lock(String organization) {
		return this.jdbc
			.sql(COLUMNS + " from organization_person where organization = :organization and state = 'ACTIVE'"
					+ " order by id for update")
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	private static String conditions(Filter filter) {
		List<String> conditions = new ArrayList<>(List.of("1 = 1"));
		if (!filter.words().isBlank()) {
			conditions.add("(lower(name) like :words escape '!' or email like :words escape '!')");
		}
		filter.organization().ifPresent(key -> conditions.add("organization = :organization"));
		filter.role().ifPresent(role -> conditions.add("role = :role"));
		filter.state().ifPresent(state -> conditions.add("state = :state"));
		return String.join(" and ", conditions);
	}

	private static StatementSpec bind(StatementSpec statement, Filter filter) {
		if (!filter.words().isBlank()) {
			String words = filter.words().strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
			statement.param("words", "%" + words + "%");
		}
		filter.organization().ifPresent(key -> statement.param("organization", key));
		filter.role().ifPresent(role -> statement.param("role", role.name()));
		filter.state().ifPresent(state -> statement.param("state", state.name()));
		return statement;
	}

}
