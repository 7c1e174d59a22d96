package io.huhang.campaign;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gives numbers without gaps: a number taken by a transaction that fails is given again.
 */
@Repository
public class Numbers {

	private final JdbcClient jdbc;

	private final DatabaseKind database;

	Numbers(JdbcClient jdbc, DatabaseKind database) {
		this.jdbc = jdbc;
		this.database = database;
	}

	/** The next number of this series, beginning with 1. */
	public int next(String series) {
		return this.database.isPostgres() ? nextAtOnce(series) : nextOrFirst(series);
	}

	private int nextAtOnce(String series) {
		return this.jdbc
			.sql("insert into campaign_number (series, last_given) values (:series, 1) on conflict (series)"
					+ " do update set last_given = campaign_number.last_given + 1 returning last_given")
			.param("series", series)
			.query(Integer.class)
			.single();
	}

	private int nextOrFirst(String series) {
		if (advance(series) == 0 && !begin(series)) {
			advance(series);
		}
		return this.jdbc.sql("select last_given from campaign_number where series = :series")
			.param("series", series)
			.query(Integer.class)
			.single();
	}

	// Two first numbers in one instant: the key lets one through, and the other is the
	// second.
	private boolean begin(String series) {
		try {
			return this.jdbc.sql("insert into campaign_number (series, last_given) values (:series, 1)")
				.param("series", series)
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private int advance(String series) {
		return this.jdbc.sql("update campaign_number set last_given = last_given + 1 where series = :series")
			.param("series", series)
			.update();
	}

}
