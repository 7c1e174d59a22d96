package io.huhang.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.document.NoticeText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form as its page source says it, with the sentences, questions and sections that
 * the campaign gives it. What a browser makes of it is a story test.
 */
@DisplayName("填报页面的文字与附件2逐行一致，顺序不变（附件2）")
class RegionOnScreenTests {

	private static final RegionCall CALL = RegionForms.CALL;

	@Test
	@DisplayName("总体方向的页面")
	void showsTheAnnexLineByLine() throws IOException {
		List<String> annex = NoticeText.of("annex2.txt", "");

		assertThat(annex).hasSizeGreaterThan(80);
		assertThat(NoticeText.missing(screen(), annex)).isEmpty();
	}

	@Test
	@DisplayName("页面上“二”的说明与所印的一致")
	void saysTheScopeAsThePaperDoes() throws IOException {
		assertThat(Files.readString(Path.of("forms/fillRegionApplication.html"))).contains(CALL.scope());
	}

	private static String screen() throws IOException {
		String page = Files.readString(Path.of("forms/fillRegionApplication.html"));
		page = place(page, "data-answers", CALL.questions().stream().map(RegionCall.Question::label));
		page = place(page, "data-directions", CALL.directions().stream().map(direction -> "□" + direction.label()));
		page = place(page, "data-sentences",
				CALL.blocks()
					.stream()
					.flatMap(block -> Stream.concat(Stream.of(block.title()),
							block.rows().stream().map(RegionOnScreenTests::sentence))));
		page = place(page, "data-sections",
				CALL.sections()
					.stream()
					.flatMap(section -> Stream.of(section.heading(), section.guidance()).filter(Objects::nonNull)));
		return page.replaceAll("<[^>]*>", "");
	}

	private static String sentence(RegionCall.Row row) {
		String sentence = row.sentence();
		for (RegionCall.Quantity number : row.numbers()) {
			sentence = sentence.replace("{" + number.key() + "}", "____" + String.join("/", number.measures()));
		}
		return sentence;
	}

	private static String place(String page, String attribute, Stream<String> texts) {
		return page.replaceFirst("(" + attribute + "[^>]*>)", "$1" + texts.collect(Collectors.joining()));
	}

}
