package io.huhang.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("日程文件（RFC 5545）")
class CalendarFileTests {

	private static final Instant NEW_YEAR = Instant.parse("2024-12-31T16:00:00Z");

	private static String file(String title, String number, int sequence, String label) {
		Letter letter = new Letter(UUID.randomUUID(), "case-date-moved", number, "7", "a@example.com", "张三", title,
				"<p>正文</p>", Letter.State.WAITING, 0, 0, "", "", Instant.parse("2024-12-24T01:02:03Z"),
				Optional.empty(), Optional.empty(), List.of());
		return new String(CalendarFile.of(letter, new DateToKeep("case-closing", NEW_YEAR, sequence), label,
				"huhang.example.com"), StandardCharsets.UTF_8);
	}

	@Test
	@DisplayName("12月31日24:00记为当日最后一小时，提前一天提醒，内容逐行如下")
	void isAnEntryOnTheLastDayThatCounts() {
		assertThat(file("距申报截止还有7天", "HH2024-AL-330000-0007", 2, "典型案例申报截止")).isEqualTo(String.join("\r\n",
				"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huhang//letters//ZH", "METHOD:PUBLISH", "BEGIN:VEVENT",
				"UID:case-closing.HH2024-AL-330000-0007@huhang.example.com", "SEQUENCE:2", "DTSTAMP:20241224T010203Z",
				"DTSTART:20241231T150000Z", "DTEND:20241231T160000Z", "SUMMARY:典型案例申报截止（HH2024-AL-330000-0007）",
				"DESCRIPTION:距申报截止还有7天", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
				"DESCRIPTION:典型案例申报截止（HH2024-AL-330000-0007）", "END:VALARM", "END:VEVENT", "END:VCALENDAR", ""));
	}

	@Test
	@DisplayName("每行不超过75个字节，汉字和四字节的字不拆开，折行后能还原")
	void foldsLinesByOctetsAndNeverWithinACharacter() {
		String title = "案例名称很长".repeat(60) + "𠀀👍".repeat(40);

		String file = file(title, "HH2024-AL-330000-0007", 0, "典型案例申报截止");

		assertThat(file.split("\r\n"))
			.allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(file).doesNotContain("\uFFFD");
		assertThat(file.replace("\r\n ", "")).contains("DESCRIPTION:" + title + "\r\n");
	}

	@Test
	@DisplayName("文字中的换行、分号、逗号和反斜杠不成为新的一行或者新的属性")
	void nothingThatPeopleTypeBecomesALine() {
		String file = file("a\r\nATTACH:http://evil\nX;Y,Z\\\u0085\u2028b\u0000", "n\r\nATTENDEE:mailto:x@example.com",
				0, "截止");

		assertThat(file.replace("\r\n ", "").split("\r\n")).hasSize(20)
			.noneMatch(line -> line.startsWith("ATTACH") || line.startsWith("ATTENDEE"))
			.contains("DESCRIPTION:a\\nATTACH:http://evil\\nX\\;Y\\,Z\\\\\\n\\nb ");
	}

}
