package io.huhang.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import io.huhang.ModuleDatabase;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.DatabaseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** The attachment module on a database and a folder of its own, with small limits. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ ModuleDatabase.class, DatabaseKind.class, FileRows.class, FolderStore.class, Attachments.class })
class AttachmentSlice {

	static final Instant NOW = Instant.parse("2024-11-11T01:00:00Z");

	@Bean
	FileSettings settings() throws IOException {
		Path folder = Files.createTempDirectory(Path.of("target"), "files");
		return new FileSettings(folder, DataSize.ofKilobytes(100), DataSize.ofKilobytes(150));
	}

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, Campaign.ZONE);
	}

}
