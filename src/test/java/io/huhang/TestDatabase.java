package io.huhang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * New, empty databases for tests. The build runs every {@link SqlTest} twice: on H2 in
 * memory, and with the system property {@code huhang.test.database=postgres} on a
 * PostgreSQL that starts at the first call and ends with this JVM.
 */
public final class TestDatabase {

	/** Who may do anything in each of these databases, without a password. */
	public static final String USER = "huhang";

	static final String PROPERTY = "huhang.test.database";

	private static EmbeddedPostgres server;

	private TestDatabase() {
	}

	/** Whether this JVM's tests run on PostgreSQL. */
	public static boolean isPostgres() {
		return "postgres".equals(System.getProperty(PROPERTY));
	}

	/** The address of a new database of the kind that this JVM's tests run on. */
	public static String newUrl() {
		return isPostgres() ? newPostgresUrl() : "jdbc:h2:mem:huhang-%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
	}

	/** A new database of the kind that this JVM's tests run on, a connection per use. */
	public static DataSource newDataSource() {
		return new DriverManagerDataSource(newUrl(), USER, "");
	}

	/**
	 * The address of a new database on PostgreSQL, whatever this JVM's tests run on. The
	 * server is quick and forgets: it must not judge what a crash leaves behind.
	 */
	public static synchronized String newPostgresUrl() {
		String name = "huhang_" + UUID.randomUUID().toString().replace("-", "");
		try {
			if (server == null) {
				server = start();
			}
			execute(server, "create database %s owner %s".formatted(name, USER));
			return "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(server.getPort(), name, USER);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static EmbeddedPostgres start() throws IOException, SQLException {
		EmbeddedPostgres started = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "off")
			.setServerConfig("synchronous_commit", "off")
			.setServerConfig("full_page_writes", "off")
			.setRegisterShutdownHook(false)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
		execute(started, "create role %s login superuser".formatted(USER));
		return started;
	}

	// The Spring contexts end at the same time, and would wait half a minute for a server
	// that is gone.
	private static void stop(EmbeddedPostgres started) {
		try {
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isIdle(started));
		}
		catch (ConditionTimeoutException ex) {
			System.err.println("the tests' PostgreSQL ends with connections open");
		}
		try {
			started.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isIdle(EmbeddedPostgres started) throws SQLException {
		try (Connection connection = started.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
						+ " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
			return row.next() && row.getInt(1) == 0;
		}
	}

	private static void execute(EmbeddedPostgres started, String sql) throws SQLException {
		try (Connection connection = started.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Gives each Spring context a database of its own. */
	static class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			// ./config/application.yml beats a test profile; inlined properties beat it.
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "spring.datasource.url=" + newUrl(),
					"spring.datasource.username=" + USER, "spring.datasource.password=",
					// Several contexts stay open, and PostgreSQL forks for each
					// connection.
					"spring.datasource.hikari.minimum-idle=1");
		}

	}

}
