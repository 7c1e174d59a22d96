package io.huhang;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.huhang.process.DemoClock;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Every row of a context's database as it stood when the context had started, and the
 * Monday with it. To bring it back takes a fraction of a second, another context ten.
 */
class StartingState implements TestExecutionListener {

	private static final String SCHEMA = "as_started";

	@Override
	public void beforeTestClass(TestContext test) {
		rememberOrBringBack(test.getApplicationContext());
	}

	@Override
	public void beforeTestMethod(TestContext test) {
		if (test.getTestClass().isAnnotationPresent(EachTestAsStarted.class)) {
			rememberOrBringBack(test.getApplicationContext());
		}
	}

	// The first class that runs in a context finds it as it has started.
	private static void rememberOrBringBack(ApplicationContext context) {
		try (Connection connection = context.getBean(DataSource.class).getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			if (!tables(statement, SCHEMA).isEmpty()) {
				bringBack(statement);
				statement.execute("update campaign_clock set started = false");
			}
			else {
				remember(statement);
			}
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		// The clock moves by whole seconds: without this one it may begin in the hour
		// before.
		context.getBean(DemoClock.class).beginAt(Cast.MONDAY.plusSeconds(1));
	}

	private static void remember(Statement statement) throws SQLException {
		List<String> tables = tables(statement, statement.getConnection().getSchema());
		statement.execute("create schema " + SCHEMA);
		for (String table : tables) {
			statement.addBatch("create table %s.\"%s\" as select * from \"%s\"".formatted(SCHEMA, table, table));
		}
		statement.executeBatch();
	}

	// A row may go before the one that it refers to.
	private static void bringBack(Statement statement) throws SQLException {
		statement.execute(TestDatabase.isPostgres() ? "set local session_replication_role = replica"
				: "set referential_integrity false");
		for (String table : tables(statement, SCHEMA)) {
			statement.addBatch("delete from \"%s\"".formatted(table));
			statement.addBatch("insert into \"%s\" overriding system value select * from %s.\"%s\"".formatted(table,
					SCHEMA, table));
		}
		statement.executeBatch();
		if (!TestDatabase.isPostgres()) {
			statement.execute("set referential_integrity true");
		}
	}

	// A running node has its own row.
	private static List<String> tables(Statement statement, String schema) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
				+ " where lower(table_schema) = '%s' and table_type = 'BASE TABLE'".formatted(schema.toLowerCase())
				+ " and lower(table_name) not in ('campaign_node', 'flyway_schema_history')")) {
			while (rows.next()) {
				tables.add(rows.getString(1));
			}
		}
		return tables;
	}

}
