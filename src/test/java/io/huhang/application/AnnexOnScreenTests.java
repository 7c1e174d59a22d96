package io.huhang.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Campaigns;
import io.huhang.document.NoticeText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form as its page source says it, with the choices that the campaign gives it and
 * the colon before the text of 其他. What a browser makes of it is a story test.
 */
@DisplayName("填报页面的文字与附件1逐行一致，顺序不变（附件1）")
class AnnexOnScreenTests {

	private static final Campaign CAMPAIGN = Campaigns.packaged();

	@ParameterizedTest
	@ValueSource(strings = { "D1", "D2", "D3", "D4", "D5" })
	@DisplayName("每个申报方向")
	void showsTheAnnexLineByLine(String direction) throws IOException {
		List<String> annex = NoticeText.of("annex1.txt", direction);

		assertThat(annex).hasSizeGreaterThan(70);
		assertThat(NoticeText.missing(screen(direction), annex)).isEmpty();
	}

	@Test
	@DisplayName("另一方向的说明不在页面上")
	void showsOneGuidanceOnly() throws IOException {
		assertThat(NoticeText.missing(screen("D1"), NoticeText.of("annex1.txt", "D2"))).hasSize(2);
	}

	private static String screen(String code) throws IOException {
		Direction direction = CAMPAIGN.direction(code).orElseThrow();
		String page = Files.readString(Path.of("forms/fillCaseApplication.html"));
		for (Map.Entry<String, List<String>> choice : choices().entrySet()) {
			String boxes = choice.getValue()
				.stream()
				.map(label -> "□" + label)
				.collect(Collectors.joining("", "", choice.getKey().equals("ownership") ? "：" : ""));
			page = page.replaceFirst("(data-choices=\"" + choice.getKey() + "\"[^>]*>)", "$1" + boxes);
		}
		return page.replaceFirst("data-guidance-title>[^<]*", ">" + direction.guidanceTitle())
			.replaceFirst("data-guidance>", ">" + direction.guidance())
			.replaceFirst("data-text=\"profileChars\">", ">" + CAMPAIGN.profileChars())
			.replaceAll("<[^>]*>", "");
	}

	private static Map<String, List<String>> choices() {
		return Map.of("ownership", CAMPAIGN.ownerships().stream().map(Campaign.Ownership::label).toList(), "categories",
				CAMPAIGN.categories().stream().map(Campaign.Category::formLabel).toList(), "direction",
				CAMPAIGN.directions().stream().map(Direction::formLabel).toList(), "industrialLevel",
				CAMPAIGN.direction("D1").orElseThrow().levels(), "vehicleLevel",
				CAMPAIGN.direction("D2").orElseThrow().levels());
	}

}
