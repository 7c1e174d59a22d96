package io.huhang.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which timers come next, of all instances: the engine's own questions answer one
 * instance each (ADR 7).
 */
@Repository
public class UpcomingTimers {

	private static final String NEXT = "select j.DUEDATE_ as due, d.ACT_ID_ as activity, d.PROC_DEF_ID_ as definition,"
			+ " e.BUSINESS_KEY_ as number from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
			+ " join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where j.TYPE_ = 'timer' and j.RETRIES_ > 0"
			+ " order by j.DUEDATE_, e.BUSINESS_KEY_ fetch first :limit rows only";

	private final JdbcClient jdbc;

	private final RepositoryService repository;

	UpcomingTimers(JdbcClient jdbc, RepositoryService repository) {
		this.jdbc = jdbc;
		this.repository = repository;
	}

	/**
	 * One timer.
	 *
	 * @param due when the date that it guards has passed
	 * @param number of the case, list or application
	 * @param label what the diagram calls it
	 */
	public record Timer(Instant due, String number, String label) {
	}

	/** The timers due next; what is overdue fires within seconds. */
	public List<Timer> next(int limit) {
		return this.jdbc.sql(NEXT)
			.param("limit", limit)
			.query((row, index) -> new Timer(due(row), row.getString("number"),
					label(row.getString("definition"), row.getString("activity"))))
			.stream()
			.sorted(Comparator.comparing(Timer::due))
			.toList();
	}

	private static Instant due(ResultSet row) throws SQLException {
		return ClosingTimers.ending(row.getString("activity"), row.getTimestamp("due").toInstant());
	}

	private String label(String definition, String activity) {
		return this.repository.getBpmnModelInstance(definition)
			.getModelElementById(activity) instanceof FlowElement found ? found.getName() : activity;
	}

}
