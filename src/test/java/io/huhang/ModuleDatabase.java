package io.huhang;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of its own for the slice of one module. */
@TestConfiguration(proxyBeanMethods = false)
public class ModuleDatabase {

	@Bean
	DataSource dataSource() {
		DataSource source = TestDatabase.newDataSource();
		Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
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

}
