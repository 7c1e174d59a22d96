package io.huhang.recommendation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each returned revision was asked to correct. */
@Repository
class Corrections {

	private final JdbcClient jdbc;

	Corrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps what the officer ticked, in this order. */
	void record(String taskId, String caseNumber, int revision, List<Correction> corrections) {
		for (int place = 0; place < corrections.size(); place++) {
			this.jdbc
				.sql("insert into recommendation_correction (case_number, revision, target, place, reason, task_id)"
						+ " values (:number, :revision, :target, :place, :reason, :task)")
				.param("number", caseNumber)
				.param("revision", revision)
				.param("target", corrections.get(place).target())
				.param("place", place)
				.param("reason", corrections.get(place).reason())
				.param("task", taskId)
				.update();
		}
	}

	/** What this revision was asked to correct; empty where it never went back. */
	List<Correction> of(String caseNumber, int revision) {
		return this.jdbc
			.sql("select target, reason from recommendation_correction where case_number = :number"
					+ " and revision = :revision order by place")
			.param("number", caseNumber)
			.param("revision", revision)
			.query((row, index) -> new Correction(row.getString("target"), row.getString("reason")))
			.list();
	}

}
