package io.huhang.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The index that the engine's schema lacks: every completion looks for the parts of its
 * task, which reads all open tasks without it.
 */
final class TaskIndex {

	static final String NAME = "HUHANG_IDX_TASK_PARENT";

	private static final String CREATE = "create index if not exists " + NAME + " on ACT_RU_TASK (PARENT_TASK_ID_)";

	private TaskIndex() {
	}

	/** Makes the index unless it is there. */
	static void create(DataSource database) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			createOnOneOfTheNodes(statement);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the index on tasks cannot be created", ex);
		}
	}

	// Two nodes that start together both find none; the one that loses finds it then.
	private static void createOnOneOfTheNodes(Statement statement) throws SQLException {
		try {
			statement.execute(CREATE);
		}
		catch (SQLException ex) {
			statement.execute(CREATE);
		}
	}

}
