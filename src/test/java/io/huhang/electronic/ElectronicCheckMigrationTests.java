package io.huhang.electronic;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.huhang.SqlTest;
import io.huhang.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SqlTest
@DisplayName("名单的电子材料核对和更正、扫描件识别结果移到共用的表，一条不少")
class ElectronicCheckMigrationTests {

	private static final String FIRST = "HH2024-TJ-330000-iit";

	private static final String SECOND = "HH2024-TJ-310000-iit";

	private static final String FILE = "4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9";

	private static final String CHECKED = "task_id, decision, reason, differences, due_at, checked_by, checked_at";

	private static final String CORRECTED = "task_id, content, replaced, corrected_by, corrected_at";

	private final DataSource source = TestDatabase.newDataSource();

	private final JdbcClient database = JdbcClient.create(this.source);

	@Test
	@DisplayName("每次核对依次编为第几次，每次更正跟着所答的那一次，逐列相同；原表不再有")
	void keepsEveryComparisonAndEveryCorrection() {
		migrateTo("77");
		list(FIRST, "330000-iit");
		list(SECOND, "310000-iit");
		check("c1", FIRST, "RETURN", "timestamp with time zone '2024-11-19 00:00:00+08'");
		check("c2", SECOND, "RETURN", "null");
		check("c3", FIRST, "PASS", "null");
		correction("c1", "k1", FIRST);
		correction("c2", "k2", SECOND);
		this.database.sql("insert into application_scan_page (file_id, page, code) values ('" + FILE + "', 3, 'x')")
			.update();
		List<Map<String, Object>> checks = rows(
				"recommendation_number as number, " + CHECKED + " from recommendation_electronic_check");
		List<Map<String, Object>> corrections = rows(
				"recommendation_number as number, " + CORRECTED + " from recommendation_electronic_correction");

		migrateTo("78");

		assertThat(checks).hasSize(3);
		assertThat(corrections).hasSize(2);
		assertThat(rows("number, " + CHECKED + " from electronic_check")).isEqualTo(checks);
		assertThat(rows("number, " + CORRECTED + " from electronic_correction")).isEqualTo(corrections);
		assertThat(rounds("electronic_check")).containsExactly("c1 1", "c2 1", "c3 2");
		assertThat(rounds("electronic_correction")).containsExactly("k1 1", "k2 1");
		assertThat(this.database.sql("select code from electronic_scan_page where page = 3").query(String.class).list())
			.containsExactly("x");
		assertThat(this.database
			.sql("select count(*) from information_schema.tables where lower(table_name) like"
					+ " 'recommendation_electronic_%' or lower(table_name) = 'application_scan_page'")
			.query(Integer.class)
			.single()).isZero();
	}

	private void migrateTo(String version) {
		Flyway.configure().dataSource(this.source).locations("classpath:db/migration").target(version).load().migrate();
	}

	private void list(String number, String authority) {
		this.database
			.sql("insert into recommendation (number, campaign, authority, opened_by, opened_at) values ('" + number
					+ "', '2024-926', '" + authority + "', 'zj', timestamp '2024-11-11 09:00:00')")
			.update();
	}

	private void check(String taskId, String number, String decision, String due) {
		this.database
			.sql("insert into recommendation_electronic_check (task_id, recommendation_number, decision, reason,"
					+ " differences, due_at, checked_by, checked_at) values ('" + taskId + "', '" + number + "', '"
					+ decision + "', '说明', '[{\"key\":\"letter\"}]', " + due
					+ ", 'xt', timestamp with time zone '2024-11-11 10:00:00+08')")
			.update();
	}

	private void correction(String checkTaskId, String taskId, String number) {
		this.database
			.sql("insert into recommendation_electronic_correction (check_task_id, task_id,"
					+ " recommendation_number, content, replaced, corrected_by, corrected_at) values ('" + checkTaskId
					+ "', '" + taskId + "', '" + number + "', '{\"remark\":\"原件如此。\"}', '[\"附件3\"]', 'zj',"
					+ " timestamp with time zone '2024-11-12 10:00:00+08')")
			.update();
	}

	private List<Map<String, Object>> rows(String columns) {
		return this.database.sql("select " + columns + " order by task_id").query().listOfRows();
	}

	private List<String> rounds(String table) {
		return this.database.sql("select task_id, round from " + table + " order by task_id")
			.query((row, index) -> row.getString("task_id") + " " + row.getInt("round"))
			.list();
	}

}
