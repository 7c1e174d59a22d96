package io.huhang.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import javax.sql.DataSource;

import io.huhang.TestDatabase;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.DatabaseKind;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The attachment module on a database and a folder of its own, with small limits. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ DatabaseKind.class, FileRows.class, FolderStore.class, Attachments.class })
class AttachmentSlice {

	static final Instant NOW = Instant.parse("2024-11-11T01:00:00Z");

	@Bean
	FileSettings settings() throws IOException {
		Path folder = Files.createTempDirectory(Path.of("target"), "files");
		return new FileSettings(folder, DataSize.ofKilobytes(100), DataSize.ofKilobytes(150));
	}

	@Bean
	DataSource dataSource() {
		DataSource source = TestDatabase.newDataSource();
		Flyway.configure().dataSource(source).locations("classpath:db/migration/attachment").load().migrate();
		return source;
	}

	@Bean
	JdbcClient jdbcClient(DataSource source) {
		return JdbcClient.create(source);
	}

	@Bean
	TransactionTemplate transaction(DataSource source) {
		PlatformTransactionManager transactions = new DataSourceTransactionManager(source);
		return new TransactionTemplate(transactions);
	}

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, Campaign.ZONE);
	}

}
