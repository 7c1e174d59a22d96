package io.huhang.audit;

import java.time.Clock;
import java.time.Instant;

import javax.sql.DataSource;

import io.huhang.TestDatabase;
import io.huhang.campaign.Campaign;
import org.flywaydb.core.Flyway;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit module on a database of its own; nothing is sealed unless a test says so. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import({ AuditTrail.class, AuditRows.class, AuditChain.class, Commands.class })
class AuditSlice {

	@Bean
	DataSource dataSource() {
		DataSource source = TestDatabase.newDataSource();
		Flyway.configure().dataSource(source).locations("classpath:db/migration/audit").load().migrate();
		return source;
	}

	@Bean
	JdbcClient jdbcClient(DataSource source) {
		return JdbcClient.create(source);
	}

	@Bean
	JdbcTemplate jdbcTemplate(DataSource source) {
		return new JdbcTemplate(source);
	}

	@Bean
	PlatformTransactionManager transactions(DataSource source) {
		return new DataSourceTransactionManager(source);
	}

	@Bean
	TransactionTemplate transaction(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

	@Bean
	Clock clock() {
		return Clock.fixed(Instant.parse("2024-11-11T01:00:00.123456789Z"), Campaign.ZONE);
	}

}
