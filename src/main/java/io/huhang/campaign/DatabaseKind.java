package io.huhang.campaign;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Which of the two databases this node works on, for the few words of SQL that differ.
 */
@Component
public class DatabaseKind {

	private final boolean postgres;

	DatabaseKind(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			this.postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

	public boolean isPostgres() {
		return this.postgres;
	}

}
