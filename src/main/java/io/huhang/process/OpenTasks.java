package io.huhang.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All open work of the campaign with whose it is and until when: thousands of tasks,
 * which the engine's own questions would ask for one by one (ADR 7).
 */
@Repository
class OpenTasks {

	private static final String TASKS = "select e.BUSINESS_KEY_ as number, t.ID_ as task, t.TASK_DEF_KEY_ as step,"
			+ " t.NAME_ as title, t.ASSIGNEE_ as assignee, l.GROUP_ID_ as candidate, v.TEXT_ as authority,"
			+ " d.ACT_ID_ as activity, j.DUEDATE_ as due from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
			+ " join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'authority'"
			+ " left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'"
			+ " left join (ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ and d.ACT_ID_ in "
			+ ClosingTimers.ACTIVITIES
			+ ") on j.PROCESS_INSTANCE_ID_ = t.PROC_INST_ID_ order by e.BUSINESS_KEY_, t.ID_";

	private final JdbcClient jdbc;

	private final ClosingTimers timers;

	OpenTasks(JdbcClient jdbc, ClosingTimers timers) {
		this.jdbc = jdbc;
		this.timers = timers;
	}

	/**
	 * One open task.
	 *
	 * @param number of the case, list or region application
	 * @param step id of the user task in its diagram
	 * @param title what lists show of it
	 * @param assignee login name; empty while nobody has it
	 * @param groups those it is offered to
	 * @param authority key of the authority whose work it is part of
	 * @param closing when a timer ends it; empty where none does
	 */
	record OpenTask(String number, String step, String title, String assignee, List<String> groups, String authority,
			Optional<Instant> closing) {

		/** The name of the step, as lists show it. */
		String label() {
			return this.title.split(TaskTitles.SEPARATOR)[0];
		}

		/** What lists show of it behind the name of the step. */
		String subject() {
			int behind = this.title.indexOf(TaskTitles.SEPARATOR);
			return (behind < 0) ? "" : this.title.substring(behind + TaskTitles.SEPARATOR.length());
		}

	}

	/** Every open task of cases, lists and region applications, by number. */
	List<OpenTask> all() {
		Map<String, OpenTask> tasks = new LinkedHashMap<>();
		this.jdbc.sql(TASKS).query(row -> {
			OpenTask task = tasks.computeIfAbsent(row.getString("task"), id -> task(row));
			Optional.ofNullable(row.getString("candidate")).ifPresent(task.groups()::add);
		});
		return List.copyOf(tasks.values());
	}

	private Optional<Instant> closing(ResultSet row) throws SQLException {
		String activity = row.getString("activity");
		return Optional.ofNullable(row.getTimestamp("due")).map(due -> this.timers.closing(activity, due.toInstant()));
	}

	private OpenTask task(ResultSet row) {
		try {
			return new OpenTask(row.getString("number"), row.getString("step"), row.getString("title"),
					Optional.ofNullable(row.getString("assignee")).orElse(""), new ArrayList<>(),
					row.getString("authority"), closing(row));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
