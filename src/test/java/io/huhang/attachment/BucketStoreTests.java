package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huhang.S3Server;
import io.huhang.attachment.Incoming.Received;
import io.huhang.campaign.InvalidConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("文件存放在S3存储桶")
class BucketStoreTests extends ContentStoreContract {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static S3Server server;

	@TempDir
	private Path folder;

	private BucketStore store;

	@BeforeAll
	static void start() throws IOException {
		server = S3Server.shared();
	}

	@BeforeEach
	void open() throws IOException {
		this.store = open(S3Server.SECOND_BUCKET);
	}

	@AfterEach
	void empty() throws IOException {
		age(Duration.ofDays(2));
		this.store.sweep(name -> false);
		this.store.close();
	}

	private BucketStore open(String bucket) throws IOException {
		return new BucketStore(new FileSettings(this.folder, DataSize.ofKilobytes(100), DataSize.ofKilobytes(150)),
				new BucketSettings(bucket, server.endpoint(), "us-east-1", true, "test", "test-secret"));
	}

	@Override
	ContentStore store() {
		return this.store;
	}

	@Override
	List<String> names() throws IOException {
		List<String> names = new ArrayList<>();
		for (Path file : metadata()) {
			names.add(JSON.readTree(file.toFile()).get("key").asText().replaceFirst("^objects/", ""));
		}
		return names;
	}

	// The server notes in a file beside each object when that came.
	@Override
	void age(Duration age) throws IOException {
		for (Path file : metadata()) {
			ObjectNode object = (ObjectNode) JSON.readTree(file.toFile());
			object.put("lastModified", Instant.now().minus(age).toEpochMilli());
			object.put("modificationDate", Instant.now().minus(age).toString());
			JSON.writeValue(file.toFile(), object);
		}
	}

	@Override
	int incoming() throws IOException {
		return files(this.folder).size();
	}

	private static List<Path> metadata() throws IOException {
		return files(server.folder().resolve(S3Server.SECOND_BUCKET)).stream()
			.filter(file -> file.endsWith("objectMetadata.json"))
			.toList();
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	@DisplayName("存储桶核对内容指纹：接收后被改动的文件不入库")
	void refusesAContentThatIsNotItsHash() throws IOException {
		Received received = this.store.receive(new ByteArrayInputStream(CONTENT), 100);
		Files.writeString(received.temporary(), "改动");

		assertThatIOException().isThrownBy(() -> this.store.publish(received));
		assertThat(names()).isEmpty();
	}

	@Test
	@DisplayName("存储桶不存在：启动时即说明是哪一个")
	void namesABucketThatIsNotThere() {
		assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(() -> open("missing"))
			.withMessageContaining("huhang.files.bucket = missing");
	}

}
