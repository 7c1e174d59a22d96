package io.huhang.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

@DisplayName("文件存放在文件夹")
class FolderStoreTests extends ContentStoreContract {

	@TempDir
	private Path folder;

	private FolderStore store;

	@BeforeEach
	void open() throws IOException {
		this.store = new FolderStore(
				new FileSettings(this.folder, DataSize.ofKilobytes(100), DataSize.ofKilobytes(150)));
	}

	@Override
	ContentStore store() {
		return this.store;
	}

	@Override
	List<String> names() throws IOException {
		return files("objects").stream().map(file -> file.getFileName().toString()).toList();
	}

	@Override
	void age(Duration age) throws IOException {
		for (Path file : files("objects")) {
			Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
		}
	}

	@Override
	int incoming() throws IOException {
		return files("incoming").size();
	}

	private List<Path> files(String part) throws IOException {
		try (Stream<Path> all = Files.walk(this.folder.resolve(part))) {
			return all.filter(Files::isRegularFile).toList();
		}
	}

}
