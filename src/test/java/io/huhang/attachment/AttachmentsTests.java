package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.huhang.SqlTest;
import io.huhang.campaign.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SqlTest
@SpringJUnitConfig(AttachmentSlice.class)
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class AttachmentsTests {

	private static final String OWNER = "HH2024-AL-330000-0007";

	@Autowired
	Attachments attachments;

	@Autowired
	FileSettings settings;

	@Autowired
	TransactionTemplate transaction;

	private StoredFile add(String slot, String name, byte[] content) {
		return this.attachments.add(OWNER, slot, name, new ByteArrayInputStream(content), "zhang");
	}

	private List<Path> objects() {
		try (Stream<Path> files = Files.walk(this.settings.folder())) {
			return files.filter(Files::isRegularFile).map(this.settings.folder()::relativize).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void age(Duration age) throws IOException {
		for (Path file : objects()) {
			Files.setLastModifiedTime(this.settings.folder().resolve(file), FileTime.from(Instant.now().minus(age)));
		}
	}

	@Test
	@DisplayName("按上传先后列出，可按用途列出，读回与返回一致")
	void filesAreListedInTheOrderOfUpload() {
		StoredFile b = add("evidence", "b.pdf", SampleFiles.pdf(2));
		StoredFile scan = this.attachments.add(new Upload(OWNER, "sealed-scan", 2, "scan.png", "zhang"),
				new ByteArrayInputStream(SampleFiles.picture("png")));
		StoredFile a = add("evidence", "a.docx", SampleFiles.docx());

		assertThat(this.attachments.of(OWNER)).containsExactly(b, scan, a);
		assertThat(this.attachments.of(OWNER, "evidence")).containsExactly(b, a);
		assertThat(scan).extracting(StoredFile::edition, StoredFile::addedBy, StoredFile::addedAt)
			.containsExactly(2, "zhang", AttachmentSlice.NOW);
		assertThat(this.attachments.find(a.id())).contains(a);
		assertThat(this.attachments.find(UUID.randomUUID())).isEmpty();
		assertThat(this.attachments.of("HH2024-AL-330000-0008")).isEmpty();
	}

	@Test
	@DisplayName("相同内容只存一份，各有各的记录")
	void equalContentsAreOneObjectAndTwoRows() {
		byte[] content = SampleFiles.pdf(1);
		String sha256 = Sha256.hex(content);

		add("evidence", "1.pdf", content);
		add("evidence", "2.pdf", content);

		assertThat(this.attachments.of(OWNER)).extracting(StoredFile::sha256).containsExactly(sha256, sha256);
		assertThat(objects()).containsExactly(Path.of("objects", sha256.substring(0, 2), sha256));
	}

	@Test
	@DisplayName("系统生成的文件：重复生成得到同一份，先生成的为准")
	void aGeneratedDocumentIsKeptOnce() throws IOException {
		byte[] first = SampleFiles.pdf(1);
		StoredFile kept = this.attachments.keep(OWNER, "application-pdf", 1, "申报书.pdf", first, "application/pdf");

		StoredFile again = this.attachments.keep(OWNER, "application-pdf", 1, "申报书.pdf", SampleFiles.pdf(2),
				"application/pdf");

		assertThat(again).isEqualTo(kept);
		assertThat(this.attachments.open(again)).hasBinaryContent(first);
		assertThat(kept).extracting(StoredFile::pages, StoredFile::addedBy, StoredFile::edition)
			.containsExactly(1, "system", 1);
		assertThat(this.attachments.keep(OWNER, "application-pdf", 2, "申报书.pdf", SampleFiles.pdf(2), "application/pdf")
			.pages()).isEqualTo(2);
	}

	@Test
	@DisplayName("两个节点同时生成同一份文件，也只有一份，所在事务不受影响")
	void theLaterOfTwoNodesGetsTheEarlierDocument(@Autowired FileRows rows) {
		StoredFile kept = this.attachments.keep(OWNER, "package", 1, "报送包.zip", new byte[] { 1 }, "application/zip");
		StoredFile late = new StoredFile(UUID.randomUUID(), OWNER, "package", 1, "报送包.zip", "f".repeat(64), 1,
				"application/zip", 0, "system", AttachmentSlice.NOW);

		this.transaction.executeWithoutResult((status) -> {
			assertThat(rows.insertKept(late)).isEqualTo(kept);
			add("evidence", "a.pdf", SampleFiles.pdf(1));
		});

		assertThat(this.attachments.of(OWNER)).extracting(StoredFile::name).containsExactly("报送包.zip", "a.pdf");
	}

	@Test
	@DisplayName("系统生成的文件名中不能使用的字符以下划线代替")
	void aGeneratedNameIsMadeSafe() {
		StoredFile kept = this.attachments.keep(OWNER, "application-docx", 1, "A/B:申报书\r\n.docx", SampleFiles.docx(),
				FileKind.DOCX.mediaType());

		assertThat(kept.name()).isEqualTo("A_B_申报书__.docx");
	}

	@Test
	@DisplayName("删除的文件不再列出，已定稿的修订仍可读取；重复删除无影响")
	void aRemovedFileIsNotListedButCanBeRead() {
		byte[] content = SampleFiles.pdf(1);
		StoredFile file = add("evidence", "a.pdf", content);

		this.attachments.remove(file.id(), "zhang");
		this.attachments.remove(file.id(), "li");

		assertThat(this.attachments.of(OWNER)).isEmpty();
		assertThat(this.attachments.find(file.id())).contains(file);
		assertThat(this.attachments.open(file)).hasBinaryContent(content);
	}

	@Test
	@DisplayName("撤下的生成文件可以重新生成")
	void aRemovedDocumentCanBeMadeAnew() {
		StoredFile first = this.attachments.keep(OWNER, "x", 1, "x.bin", new byte[] { 1 }, "application/octet-stream");
		this.attachments.remove(first.id(), "system");

		StoredFile second = this.attachments.keep(OWNER, "x", 1, "x.bin", new byte[] { 2 }, "application/octet-stream");

		assertThat(second.id()).isNotEqualTo(first.id());
		assertThat(this.attachments.of(OWNER)).containsExactly(second);
	}

	@Test
	@DisplayName("业务事务回滚，记录不存在；内容满一天后清理")
	void aRolledBackUploadIsSweptAfterADay() throws IOException {
		this.transaction.executeWithoutResult((status) -> {
			add("evidence", "a.pdf", SampleFiles.pdf(1));
			status.setRollbackOnly();
		});

		assertThat(this.attachments.of(OWNER)).isEmpty();
		age(Duration.ofHours(23));
		assertThat(this.attachments.sweepOrphans()).isZero();
		assertThat(objects()).hasSize(1);

		age(Duration.ofHours(25));

		assertThat(this.attachments.sweepOrphans()).isEqualTo(1);
		assertThat(objects()).isEmpty();
	}

	@Test
	@DisplayName("清理只删除中断的上传，有记录的内容再久也保留")
	void theSweepKeepsWhatARowNames() throws IOException {
		add("evidence", "a.pdf", SampleFiles.pdf(1));
		StoredFile removed = add("evidence", "b.pdf", SampleFiles.pdf(2));
		this.attachments.remove(removed.id(), "zhang");
		Files.writeString(this.settings.folder().resolve("incoming/upload1.tmp"), "half");
		age(Duration.ofDays(400));

		assertThat(this.attachments.sweepOrphans()).isEqualTo(1);

		assertThat(objects()).hasSize(2);
	}

	@Test
	@DisplayName("重新上传已有的旧内容，当晚的清理不会误删")
	void aContentUploadedAgainIsYoungAgain() throws IOException {
		byte[] content = SampleFiles.picture("png");
		rolledBack(content);
		age(Duration.ofHours(25));

		rolledBack(content);

		assertThat(this.attachments.sweepOrphans()).isZero();
		assertThat(objects()).hasSize(1);
	}

	private void rolledBack(byte[] content) {
		this.transaction.executeWithoutResult((status) -> {
			add("evidence", "a.png", content);
			status.setRollbackOnly();
		});
	}

}
