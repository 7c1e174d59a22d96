package io.huhang.paper;

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
@DisplayName("名单的纸质材料登记记录移到名单和地区共用的表，一条不少")
class PaperRoundMigrationTests {

	private static final String LIST = "HH2024-TJ-330000-iit";

	private final DataSource source = TestDatabase.newDataSource();

	private final JdbcClient database = JdbcClient.create(this.source);

	@Test
	@DisplayName("每次登记和每次补齐都还在，逐列相同；原表不再有")
	void keepsEveryRoundAndEverySupplement() {
		migrateTo("66");
		this.database
			.sql("insert into recommendation (number, campaign, authority, opened_by, opened_at)" + " values ('" + LIST
					+ "', '2024-926', '330000-iit', 'zj', timestamp '2024-11-11 09:00:00')")
			.update();
		round(1, "'[{\"key\":\"annex3\"}]'", "timestamp with time zone '2024-11-19 00:00:00+08'");
		round(2, "'[]'", "null");
		this.database
			.sql("insert into recommendation_paper_supplement (recommendation_number, round, task_id, supplement,"
					+ " supplied_at, supplied_by) values ('" + LIST + "', 1, 's1', '{\"carrier\":\"EMS\"}',"
					+ " timestamp with time zone '2024-11-12 10:00:00+08', 'zj')")
			.update();
		List<Map<String, Object>> rounds = rows("recommendation_paper_round", "recommendation_number");
		List<Map<String, Object>> supplements = rows("recommendation_paper_supplement", "recommendation_number");

		migrateTo("latest");

		assertThat(rounds).hasSize(2);
		assertThat(supplements).hasSize(1);
		assertThat(rows("paper_round", "number")).isEqualTo(rounds);
		assertThat(rows("paper_supplement", "number")).isEqualTo(supplements);
		assertThat(this.database
			.sql("select count(*) from information_schema.tables where lower(table_name) like 'recommendation_paper_%'")
			.query(Integer.class)
			.single()).isZero();
	}

	private void migrateTo(String version) {
		Flyway.configure().dataSource(this.source).locations("classpath:db/migration").target(version).load().migrate();
	}

	private void round(int round, String missing, String due) {
		this.database
			.sql("insert into recommendation_paper_round (recommendation_number, round, task_id, content, missing,"
					+ " due_at, registered_at, registered_by) values ('" + LIST + "', " + round + ", 't" + round
					+ "', '{\"outcome\":\"MISSING\",\"excess\":\"\"}', " + missing + ", " + due
					+ ", timestamp with time zone '2024-11-11 10:00:00+08', 'bu')")
			.update();
	}

	private List<Map<String, Object>> rows(String table, String number) {
		String columns = table.endsWith("round")
				? "round, task_id, content, missing, due_at, registered_at, registered_by"
				: "round, task_id, supplement, supplied_at, supplied_by";
		return this.database.sql("select " + number + " as owner, " + columns + " from " + table + " order by round")
			.query()
			.listOfRows();
	}

}
