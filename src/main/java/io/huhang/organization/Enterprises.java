package io.huhang.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.huhang.campaign.Problem;
import io.huhang.campaign.TransactionMemory;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The enterprises that may apply, by 统一社会信用代码, each with its contact. */
@Repository
public class Enterprises {

	private static final RowMapper<Person> PERSON = new SimplePropertyRowMapper<>(Person.class);

	private final JdbcClient jdbc;

	private final TransactionMemory memory;

	private final Clock clock;

	Enterprises(JdbcClient jdbc, TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * The enterprise of this code.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public Enterprise get(String uscc) {
		return find(uscc, "").orElseThrow(() -> new EmptyResultDataAccessException(1));
	}

	/** The enterprise of this code, or empty. */
	public Optional<Enterprise> find(String uscc) {
		return find(uscc, "");
	}

	/**
	 * Holds the enterprise until the transaction ends: one change of its people at a
	 * time.
	 */
	public Optional<Enterprise> lock(String uscc) {
		this.memory.forget();
		return find(uscc, " for update");
	}

	/**
	 * Adds an enterprise with a new code.
	 * @throws org.springframework.dao.DuplicateKeyException if somebody was faster
	 */
	public void add(Enterprise enterprise) {
		this.jdbc.sql("insert into organization_enterprise (uscc, name, registered_at) values (:uscc, :name, :now)")
			.param("uscc", enterprise.uscc())
			.param("name", enterprise.name())
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/**
	 * Corrects the name, where somebody else had registered the code under another one.
	 */
	public void rename(String uscc, String name) {
		this.jdbc.sql("update organization_enterprise set name = :name where uscc = :uscc")
			.param("name", name)
			.param("uscc", uscc)
			.update();
	}

	/** Since when the enterprise is registered; empty for those from before. */
	public Optional<Instant> registeredAt(String uscc) {
		return this.jdbc.sql("select registered_at from organization_enterprise where uscc = :uscc")
			.param("uscc", uscc)
			.query((row, number) -> Optional.ofNullable(row.getObject("registered_at", OffsetDateTime.class))
				.map(OffsetDateTime::toInstant))
			.single();
	}

	/**
	 * 单位联系人: who alone starts and submits for this enterprise, and to whom its letters
	 * go.
	 */
	public Optional<Person> contact(String uscc) {
		return this.memory.once("contact/" + uscc,
				() -> this.jdbc
					.sql("select p.id, p.name, p.email, p.phone, p.role, p.organization from organization_person p"
							+ " join organization_enterprise e on e.contact = p.id where e.uscc = :uscc")
					.param("uscc", uscc)
					.query(Person.class)
					.optional());
	}

	/**
	 * Reads the contacts of these enterprises at once, for the rest of the transaction.
	 */
	public void readContacts(Collection<String> usccs) {
		Map<String, Person> contacts = new HashMap<>();
		if (!usccs.isEmpty()) {
			this.jdbc
				.sql("select e.uscc, p.id, p.name, p.email, p.phone, p.role, p.organization from organization_person p"
						+ " join organization_enterprise e on e.contact = p.id where e.uscc in (:usccs)")
				.param("usccs", usccs)
				.query((row, index) -> contacts.put(row.getString("uscc"), PERSON.mapRow(row, index)))
				.list();
		}
		usccs.forEach(uscc -> this.memory.remember("contact/" + uscc, Optional.ofNullable(contacts.get(uscc))));
	}

	/** Makes this person the contact. */
	public void appoint(String uscc, String personId) {
		this.memory.forget("contact/" + uscc);
		this.jdbc.sql("update organization_enterprise set contact = :person where uscc = :uscc")
			.param("person", personId)
			.param("uscc", uscc)
			.update();
	}

	/** Makes this person the contact if there is none: the first one of an enterprise. */
	public void appointFirst(String uscc, String personId) {
		this.memory.forget("contact/" + uscc);
		this.jdbc.sql("update organization_enterprise set contact = :person where uscc = :uscc and contact is null")
			.param("person", personId)
			.param("uscc", uscc)
			.update();
	}

	/**
	 * What stands against this person starting or submitting an application.
	 * @param field where the form shows it
	 */
	public Optional<Problem> submitterProblem(String uscc, String personId, String field) {
		Optional<Person> contact = contact(uscc);
		if (contact.map(Person::id).equals(Optional.of(personId))) {
			return Optional.empty();
		}
		String name = contact.map(Person::name).orElse("");
		return Optional.of(new Problem(field,
				"仅单位联系人%s可以提交，请联系其提交，或由其在“本单位”页面变更联系人。".formatted(name.isEmpty() ? "" : " " + name + " "), "通知二（一）"));
	}

	private Optional<Enterprise> find(String uscc, String held) {
		return this.jdbc.sql("select uscc, name from organization_enterprise where uscc = :uscc" + held)
			.param("uscc", uscc)
			.query(Enterprise.class)
			.optional();
	}

}
