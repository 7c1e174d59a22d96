package io.huhang.organization;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everyone with an account, and where their letters go. Passwords live in the engine's
 * users.
 */
@Repository
public class People {

	private static final String SELECT = "select id, name, email, phone, role, organization from organization_person ";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The person of this login name. */
	public Optional<Person> find(String id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(Person.class).optional();
	}

	/**
	 * The person of this login name.
	 * @throws IllegalArgumentException if there is none
	 */
	public Person get(String id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("unknown person " + id));
	}

	/**
	 * Everyone with this role in this organization ("" for the ministry's side), by login
	 * name.
	 */
	public List<Person> with(Role role, String organization) {
		return this.jdbc.sql(SELECT + "where role = :role and organization = :organization order by id")
			.param("role", role.name())
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	/** Everyone of this organization, by login name. */
	public List<Person> of(String organization) {
		return this.jdbc.sql(SELECT + "where organization = :organization order by id")
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	/** Adds a person with a new login name. */
	public void add(Person person) {
		this.jdbc
			.sql("insert into organization_person (id, name, email, phone, role, organization)"
					+ " values (:id, :name, :email, :phone, :role, :organization)")
			.param("id", person.id())
			.param("name", person.name())
			.param("email", person.email())
			.param("phone", person.phone())
			.param("role", person.role().name())
			.param("organization", person.organization())
			.update();
	}

}
