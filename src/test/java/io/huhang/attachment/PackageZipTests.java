package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

@DisplayName("报送包：内容与清单、校验值一致，同样的内容得到同样的包（通知二（三）、附件1 填表须知四）")
class PackageZipTests {

	private static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final String CASE = "HH2024-AL-330000-0001";

	private final PackageFiles files = new PackageFiles();

	private final PackageContents contents = new PackageContents(NUMBER);

	private final Attachments attachments = this.files.attachments();

	@TempDir
	private Path folder;

	@BeforeEach
	void fill() {
		this.contents.put("00_附件3/附件3 典型案例推荐汇总表.pdf",
				this.files.file(NUMBER, "annex3-pdf", "附件3.pdf", noise(200_000), 2));
		String evidence = "01_%s_之江示例装备制造有限公司/证明材料/".formatted(CASE);
		for (String name : List.of("定级 报告.pdf", "定级 报告.pdf", "=cmd|' /C calc'!A0.pdf", "CON.pdf",
				"很长".repeat(120) + ".pdf")) {
			this.contents.put(CASE, evidence, name, this.files.file(CASE, "evidence", name, noise(name.length()), 1));
		}
		this.contents.put(CASE, evidence, "空.pdf", this.files.file(CASE, "evidence", "空.pdf", new byte[0], 0));
	}

	@Test
	@DisplayName("解压后用 sha256sum -c 核对，全部一致，一个不多、一个不少")
	void passesTheProgramThatChecksSums() throws Exception {
		Path zip = this.folder.resolve("报送包.zip");
		Files.write(zip, zip());
		Path unpacked = Files.createDirectory(this.folder.resolve("unpacked"));
		PackageFiles.unpack(zip, unpacked);

		List<String> said = PackageFiles.check(unpacked);

		List<String> paths = new ArrayList<>(List.of("报送清单.csv"));
		this.contents.items().forEach(item -> paths.add(item.path()));
		assertThat(said).containsExactlyElementsOf(paths.stream().map(path -> path + ": OK").toList());
		assertThat(names()).startsWith("报送清单.csv", "SHA256SUMS").hasSize(paths.size() + 1).containsAll(paths);
	}

	@Test
	@DisplayName("每个条目都注明在 UNIX 上生成、文件名为 UTF-8：Debian 的 unzip 才按原样写出中文名")
	void saysThatNamesAreThoseOfUnix() throws IOException {
		try (ZipFile zip = ZipFile.builder().setByteArray(zip()).get()) {
			assertThat(Collections.list(zip.getEntries())).allSatisfy(entry -> {
				assertThat(entry.getPlatform()).isEqualTo(ZipArchiveEntry.PLATFORM_UNIX);
				assertThat(entry.getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
			});
		}
	}

	@Test
	@DisplayName("同样的内容，逐字节相同")
	void givesTheSameBytesForTheSameContents() throws IOException {
		assertThat(zip()).isEqualTo(zip());
	}

	@Test
	@DisplayName("存储中的内容与登记的校验值不一致：不出包，指出是哪个文件")
	void refusesAContentThatIsNotWhatWasKept() {
		doReturn(new ByteArrayInputStream(new byte[] { 1 })).when(this.attachments).open(any());

		assertThatIOException().isThrownBy(this::zip)
			.withMessage("content of file %s is not what was kept".formatted(this.contents.items().get(0).file().id()));
	}

	private byte[] zip() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new PackageZip(this.contents.items(), this.attachments).writeTo(out);
		return out.toByteArray();
	}

	private List<String> names() throws IOException {
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

	private static byte[] noise(int size) {
		byte[] noise = new byte[size];
		new Random(size).nextBytes(noise);
		return noise;
	}

}
