package io.huhang.organization;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.huhang.campaign.TransactionMemory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everyone who has or had an account, and where their letters go. Passwords live in the
 * engine's users.
 */
@Repository
public class People {

	private static final String SELECT = "select id, name, email, phone, role, organization from organization_person ";

	private final JdbcClient jdbc;

	private final TransactionMemory memory;

	People(JdbcClient jdbc, TransactionMemory memory) {
		this.jdbc = jdbc;
		this.memory = memory;
	}

	/** The person of this id, also one who left. */
	public Optional<Person> find(String id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(Person.class).optional();
	}

	/**
	 * The person who logs in with this login name or e-mail address, also one who left.
	 */
	public Optional<Person> findByLogin(String login) {
		return this.jdbc.sql(SELECT + "where id = :id or email = :email order by id fetch first 1 rows only")
			.param("id", login.strip())
			.param("email", address(login))
			.query(Person.class)
			.optional();
	}

	/**
	 * The person of this id, also one who left.
	 * @throws IllegalArgumentException if there is none
	 */
	public Person get(String id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("unknown person " + id));
	}

	/**
	 * Everyone with this role in this organization ("" for the ministry's side) who may
	 * log in, by id.
	 */
	public List<Person> with(Role role, String organization) {
		return this.jdbc
			.sql(SELECT + "where role = :role and organization = :organization and state = 'ACTIVE' order by id")
			.param("role", role.name())
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	/** Everyone of this engine group who may log in, by id. */
	public List<Person> inGroup(String group) {
		if (group.startsWith(Person.ENTERPRISE_GROUP)) {
			return of(group.substring(Person.ENTERPRISE_GROUP.length()));
		}
		// What ends like a local level may be one of the ministry's: nobody has such an
		// authority.
		return Arrays.stream(Role.values())
			.flatMap(role -> role.organizationOf(group).stream().flatMap(unit -> with(role, unit).stream()))
			.toList();
	}

	/**
	 * Everyone with this role who may log in, held until the transaction ends: the second
	 * of two at the same moment sees what the first one did.
	 */
	public List<Person> lock(Role role) {
		return this.jdbc.sql(SELECT + "where role = :role and state = 'ACTIVE' order by id for update")
			.param("role", role.name())
			.query(Person.class)
			.list();
	}

	/** Everyone of this organization who may log in, by id. */
	public List<Person> of(String organization) {
		return this.jdbc.sql(SELECT + "where organization = :organization and state = 'ACTIVE' order by id")
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	/** The names of these people, by id; whoever is unknown is left out. */
	public Map<String, String> names(Collection<String> ids) {
		Map<String, String> names = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select id, name from organization_person where id in (:ids)")
				.param("ids", List.copyOf(ids))
				.query(row -> {
					names.put(row.getString("id"), row.getString("name"));
				});
		}
		return names;
	}

	/** Everyone of this organization, whoever is invited or has left too, by name. */
	public List<Person> everyone(String organization) {
		return this.jdbc.sql(SELECT + "where organization = :organization order by name, id")
			.param("organization", organization)
			.query(Person.class)
			.list();
	}

	/** Whether the person may work here now; empty for an unknown id. */
	public Optional<Standing> standing(String id) {
		return this.jdbc.sql("select state, password_due, credentials from organization_person where id = :id")
			.param("id", id)
			.query(Standing.class)
			.optional();
	}

	/**
	 * Adds a person with a new id.
	 * @throws org.springframework.dao.DuplicateKeyException if the id or the address is
	 * taken
	 */
	public void add(Person person, Standing.State state) {
		this.jdbc
			.sql("insert into organization_person (id, name, email, phone, role, organization, state)"
					+ " values (:id, :name, :email, :phone, :role, :organization, :state)")
			.param("id", person.id())
			.param("name", person.name())
			.param("email", address(person.email()))
			.param("phone", person.phone())
			.param("role", person.role().name())
			.param("organization", person.organization())
			.param("state", state.name())
			.update();
	}

	/** Writes down a change of name, address, phone or role. */
	public void update(Person person) {
		this.memory.forget();
		this.jdbc
			.sql("update organization_person set name = :name, email = :email, phone = :phone, role = :role"
					+ " where id = :id")
			.param("name", person.name())
			.param("email", address(person.email()))
			.param("phone", person.phone())
			.param("role", person.role().name())
			.param("id", person.id())
			.update();
	}

	/** Writes down where the account is in its life. */
	public void become(String id, Standing.State state) {
		this.jdbc.sql("update organization_person set state = :state where id = :id")
			.param("state", state.name())
			.param("id", id)
			.update();
	}

	/**
	 * There is a new password: every open session of an older one is over.
	 * @param due whether somebody else chose it, so that the person must choose its own
	 */
	public void renewCredentials(String id, boolean due) {
		this.jdbc
			.sql("update organization_person set credentials = credentials + 1, password_due = :due where id = :id")
			.param("due", due)
			.param("id", id)
			.update();
	}

	/** Writes down which privacy notice the person agreed to (个人信息保护法 第十七条). */
	public void agree(String id, String privacyVersion) {
		this.jdbc.sql("update organization_person set privacy_version = :version where id = :id")
			.param("version", privacyVersion)
			.param("id", id)
			.update();
	}

	private static String address(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

}
