package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.campaign.Sha256;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** Files that lie in no store but can be read, and packages as people unpack them. */
public final class PackageFiles {

	private final Map<String, byte[]> contents = new HashMap<>();

	StoredFile file(String owner, String slot, String name, byte[] content, int pages) {
		String sha256 = Sha256.hex(content);
		this.contents.put(sha256, content);
		return new StoredFile(UUID.nameUUIDFromBytes((owner + slot + name).getBytes()), owner, slot, 1, name, sha256,
				content.length, "application/pdf", pages, "chen", Instant.EPOCH);
	}

	Attachments attachments() {
		Attachments attachments = Mockito.mock(Attachments.class);
		when(attachments.open(any())).thenAnswer(
				call -> new ByteArrayInputStream(this.contents.get(call.getArgument(0, StoredFile.class).sha256())));
		return attachments;
	}

	/**
	 * Unpacks as a person does: by a program, into a folder; by Debian's where it is
	 * installed, which reads names more narrowly than Java's.
	 */
	public static void unpack(Path zip, Path folder) throws Exception {
		String file = zip.toAbsolutePath().toString();
		if (Files.isExecutable(Path.of("/usr/bin/unzip"))) {
			run(folder, "/usr/bin/unzip", "-q", file);
		}
		else {
			run(folder, Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "xf", file);
		}
	}

	/** Checks an unpacked package by the program that the sums are for; its lines. */
	public static List<String> check(Path folder) throws Exception {
		return run(folder, "sha256sum", "-c", "SHA256SUMS");
	}

	private static List<String> run(Path folder, String... command) throws IOException, InterruptedException {
		Path said = Files.createTempFile("huhang-said", ".txt");
		try {
			ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(said.toFile());
			program.environment().put("LC_ALL", "C.UTF-8");
			int code = program.start().waitFor();
			List<String> lines = Files.readAllLines(said);
			assertThat(code).as(String.join("\n", lines)).isZero();
			return lines;
		}
		finally {
			Files.delete(said);
		}
	}

}
