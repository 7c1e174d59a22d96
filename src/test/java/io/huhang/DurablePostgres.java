package io.huhang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;

/**
 * A PostgreSQL of its own that writes before it answers, as it does where it is
 * installed; {@link TestDatabase} is quick and forgets.
 */
public final class DurablePostgres implements AutoCloseable {

	/** Who may do anything, without a password. */
	public static final String USER = "postgres";

	private final EmbeddedPostgres server;

	public DurablePostgres() throws IOException {
		this.server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setErrorRedirector(Redirect.DISCARD)
			.setOutputRedirector(Redirect.DISCARD)
			.setRegisterShutdownHook(false)
			.start();
		// After the Spring contexts, which would wait half a minute for a server that is
		// gone.
		SpringApplication.getShutdownHandlers().add(this::close);
	}

	/** The address of a new, empty database. */
	public String newUrl(String name) throws SQLException {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return this.server.getJdbcUrl(USER, name);
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
