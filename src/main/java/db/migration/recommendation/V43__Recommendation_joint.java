package db.migration.recommendation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * 联合推荐: two authorities of one province in one recommending act (C14). Written in Java
 * because the key of V6 has a name of the database's own choice.
 */
public class V43__Recommendation_joint extends BaseJavaMigration {

	@Override
	public void migrate(Context context) throws SQLException {
		Connection connection = context.getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute("alter table recommendation drop constraint \"" + uniqueKey(statement) + "\"");
			statement.execute("alter table recommendation add column partner varchar(32) default '' not null");
			// Which authority takes part in which act; the seat tells a single act from a
			// joint one where the campaign allows both.
			statement.execute("create table recommendation_member (recommendation_number varchar(40) not null"
					+ " references recommendation (number), campaign varchar(20) not null,"
					+ " authority varchar(32) not null, seat varchar(10) not null,"
					+ " primary key (recommendation_number, authority),"
					+ " constraint recommendation_member_once unique (campaign, authority, seat))");
			statement.execute("insert into recommendation_member (recommendation_number, campaign, authority, seat)"
					+ " select number, campaign, authority, '' from recommendation");
		}
	}

	private static String uniqueKey(Statement statement) throws SQLException {
		try (ResultSet found = statement.executeQuery("select constraint_name from information_schema.table_constraints"
				+ " where lower(table_name) = 'recommendation' and constraint_type = 'UNIQUE'")) {
			found.next();
			return found.getString(1);
		}
	}

}
