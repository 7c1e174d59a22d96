package io.huhang.recommendation;

import java.util.List;
import java.util.UUID;

import io.huhang.mail.LetterFile;
import io.huhang.mail.MailSize;
import io.huhang.recommendation.PackageMails.Enclosure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("报送包按邮箱容量分封：每封不超过上限，单个过大的走链接（通知二（三））")
class PackageMailsTests {

	private static final long LIMIT = 10_000_000;

	@Test
	@DisplayName("按顺序装入，装不下的另起一封")
	void sharesOutInOrder() {
		List<Enclosure> enclosures = List.of(of("一", 3_000_000), of("二", 3_000_000), of("三", 3_000_000),
				of("四", 1_000_000), of("五", 7_000_000));

		PackageMails mails = PackageMails.of(enclosures, LIMIT);

		assertThat(names(mails)).containsExactly(List.of("一", "二"), List.of("三", "四"), List.of("五"));
		assertThat(mails.tooLarge()).isEmpty();
		assertThat(PackageMails.of(enclosures, LIMIT)).isEqualTo(mails);
	}

	@Test
	@DisplayName("单个超过上限的不装入任何一封，其余照装")
	void leavesWhatIsTooLargeToTheLink() {
		PackageMails mails = PackageMails.of(List.of(of("小", 1_000), of("大", 8_000_000), of("又小", 1_000)), LIMIT);

		assertThat(names(mails)).containsExactly(List.of("小", "又小"));
		assertThat(mails.tooLarge()).extracting(LetterFile::name).containsExactly("大");
	}

	@Test
	@DisplayName("恰好装满的不另起一封，多一个字节就另起")
	void fillsAMailToTheLastByte() {
		long room = LIMIT - MailSize.WORDS - of("一", 3_000_000).encodedSize();
		long fits = 3_000_000;
		while (of("二", fits + 57).encodedSize() <= room) {
			fits += 57;
		}

		assertThat(names(PackageMails.of(List.of(of("一", 3_000_000), of("二", fits)), LIMIT))).hasSize(1);
		assertThat(names(PackageMails.of(List.of(of("一", 3_000_000), of("二", fits + 57)), LIMIT))).hasSize(2);
	}

	@Test
	@DisplayName("什么都装不下，也有一封信告知链接")
	void alwaysWritesOneLetter() {
		assertThat(PackageMails.of(List.of(of("大", 9_000_000)), LIMIT).mails()).containsExactly(List.of());
	}

	private static List<List<String>> names(PackageMails mails) {
		return mails.mails().stream().map(files -> files.stream().map(LetterFile::name).toList()).toList();
	}

	private static Enclosure of(String name, long bytes) {
		return new Enclosure(new LetterFile(name, UUID.nameUUIDFromBytes(name.getBytes())), bytes);
	}

}
