package io.huhang.organization;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The enterprises that may apply, by 统一社会信用代码. */
@Repository
public class Enterprises {

	private final JdbcClient jdbc;

	Enterprises(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The enterprise of this code.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public Enterprise get(String uscc) {
		return this.jdbc.sql("select uscc, name from organization_enterprise where uscc = :uscc")
			.param("uscc", uscc)
			.query(Enterprise.class)
			.single();
	}

	/** Adds an enterprise with a new code. */
	public void add(Enterprise enterprise) {
		this.jdbc.sql("insert into organization_enterprise (uscc, name) values (:uscc, :name)")
			.param("uscc", enterprise.uscc())
			.param("name", enterprise.name())
			.update();
	}

}
