package io.huhang;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("同样的测试在 H2 上运行，又在 PostgreSQL 上运行")
class TestDatabaseTests {

	@Autowired
	private DataSource source;

	@Test
	@Tag("postgres")
	@DisplayName("第二遍确实在 PostgreSQL 17 上")
	void secondTurnIsOnPostgres() throws SQLException {
		assertThat(product(this.source)).startsWith("PostgreSQL 17.");
		assertThat(product(TestDatabase.newDataSource())).startsWith("PostgreSQL 17.");
	}

	@Test
	@DisabledIfSystemProperty(named = TestDatabase.PROPERTY, matches = ".+")
	@DisplayName("第一遍在 H2 上")
	void firstTurnIsOnH2() throws SQLException {
		assertThat(product(this.source)).startsWith("H2 2.");
		assertThat(product(TestDatabase.newDataSource())).startsWith("H2 2.");
	}

	private static String product(DataSource source) throws SQLException {
		try (Connection connection = source.getConnection()) {
			DatabaseMetaData data = connection.getMetaData();
			return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
		}
	}

}
