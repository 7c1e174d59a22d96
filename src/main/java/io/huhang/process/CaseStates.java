package io.huhang.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where many cases stand. The engine's own questions answer one case each, or cannot name
 * the case: a table of hundreds asks its tables twice instead of once for each row.
 */
@Repository
public class CaseStates {

	private static final int AT_ONCE = 500;

	private static final String RUNNING = "处理中";

	private static final String OPEN_TASKS = "select e.BUSINESS_KEY_ as number, t.ID_ as task, t.TASK_DEF_KEY_ as step,"
			+ " t.NAME_ as title, t.ASSIGNEE_ as assignee from ACT_RU_TASK t join ACT_RU_EXECUTION e"
			+ " on e.ID_ = t.PROC_INST_ID_ where e.BUSINESS_KEY_ in (:numbers) order by t.CREATE_TIME_, t.ID_";

	// Of a case that waits, the gateway; of one that has ended, the last end event.
	private static final String REST = "select p.BUSINESS_KEY_ as number, a.ACT_NAME_ as label from ACT_HI_PROCINST p"
			+ " join ACT_HI_ACTINST a on a.PROC_INST_ID_ = p.ID_ where p.BUSINESS_KEY_ in (:numbers)"
			+ " and ((p.END_TIME_ is null and a.END_TIME_ is null and a.ACT_TYPE_ = 'eventBasedGateway')"
			+ " or (p.END_TIME_ is not null and a.ACT_TYPE_ = 'noneEndEvent'))"
			+ " order by p.START_TIME_, a.END_TIME_, a.SEQUENCE_COUNTER_";

	private final JdbcClient jdbc;

	CaseStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where one case stands.
	 *
	 * @param label the step, what it waits for, or its end
	 * @param step id of the open task in the diagram; empty where there is none
	 * @param taskId of the open task; empty where there is none
	 */
	public record State(String label, String step, String taskId, Optional<String> assignee) {

		static State at(String label) {
			return new State(label, "", "", Optional.empty());
		}

	}

	/** The state of each of these cases. */
	public Map<String, State> of(Collection<String> numbers) {
		Map<String, State> states = new HashMap<>();
		read(OPEN_TASKS, numbers, (number, row) -> states.put(number, open(row)));
		Set<String> rest = new HashSet<>(numbers);
		rest.removeAll(states.keySet());
		read(REST, rest, (number, row) -> states.put(number, State.at(label(row))));
		rest.forEach(number -> states.putIfAbsent(number, State.at(RUNNING)));
		return states;
	}

	private void read(String sql, Collection<String> numbers, BiConsumer<String, ResultSet> reader) {
		List<String> all = new ArrayList<>(numbers);
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			this.jdbc.sql(sql).param("numbers", all.subList(from, Math.min(all.size(), from + AT_ONCE))).query(row -> {
				reader.accept(row.getString("number"), row);
			});
		}
	}

	private static State open(ResultSet row) {
		try {
			return new State(row.getString("title").split(TaskTitles.SEPARATOR)[0], row.getString("step"),
					row.getString("task"), Optional.ofNullable(row.getString("assignee")));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String label(ResultSet row) {
		try {
			return row.getString("label");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
