package io.huhang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ProductionTest
@DisplayName("正式环境：PostgreSQL、S3存储桶")
class ProductionBucketTests {

	@DynamicPropertySource
	static void bucket(DynamicPropertyRegistry site) throws IOException {
		S3Server server = S3Server.shared();
		site.add("huhang.files.bucket", () -> S3Server.BUCKET);
		site.add("huhang.files.endpoint", server::endpoint);
		site.add("huhang.files.path-style", () -> true);
		site.add("huhang.files.access-key", () -> "test");
		site.add("huhang.files.secret-key", () -> "test-secret");
	}

	@Test
	@DisplayName("文件存入存储桶，读回一致")
	void keepsFilesInTheBucket(@Autowired Attachments attachments) throws IOException {
		byte[] content = SampleFiles.pdf(1);

		StoredFile kept = attachments.add("HH2024-AL-330000-0001", "evidence", "a.pdf",
				new ByteArrayInputStream(content), "zhang");

		assertThat(attachments.open(kept)).hasBinaryContent(content);
		try (Stream<Path> files = Files.walk(S3Server.shared().folder().resolve(S3Server.BUCKET))) {
			assertThat(files.filter(file -> file.endsWith("binaryData"))).hasSize(1);
		}
	}

}
