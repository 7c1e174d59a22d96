package io.huhang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.campaign.Campaign;
import io.huhang.Cast;
import io.huhang.recommendation.ClosingDates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("待办、运行监控、用户管理、首页的中文")
class WebappLocalesTests {

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}");

	private static final Pattern WORD = Pattern.compile("\\w+");

	/** Signs that mean the same in every language, and one text that is empty. */
	private static final Set<String> WITHOUT_CHINESE = Set.of("SEARCH_LESS_THAN", "SEARCH_LESS_THAN_EQUALS",
			"SEARCH_GREATER_THAN", "SEARCH_GREATER_THAN_EQUALS", "NO_TASK_FORM");

	private final ObjectMapper json = new ObjectMapper();

	private final ClosingDates closingDates = mock(ClosingDates.class);

	private final WebappLocales locales = new WebappLocales(this.json, campaign(), this.closingDates);

	@BeforeEach
	void close() {
		when(this.closingDates.ofReader(null)).thenReturn(Instant.parse("2024-12-31T16:00:00Z"));
		when(this.closingDates.ofReader(Cast.OFFICER)).thenReturn(Instant.parse("2025-01-15T16:00:00Z"));
	}

	@Test
	@DisplayName("待办的全部412个词条都有中文")
	void saysEveryTextOfTasklistInChinese() throws IOException {
		Map<String, String> chinese = labels("tasklist");

		assertThat(english("tasklist")).hasSize(412);
		assertThat(english("tasklist").keySet())
			.allSatisfy(key -> assertThat(inChinese(key, chinese)).as(key).isTrue());
	}

	@ParameterizedTest
	@CsvSource({ "tasklist, 335", "cockpit, 966", "admin, 445", "welcome, 128" })
	@DisplayName("程序用到的词条都有中文")
	void saysEveryTextThatIsUsedInChinese(String app, int used) throws IOException {
		Map<String, String> chinese = labels(app);
		Set<String> words = words(app);
		Set<String> keys = english(app).keySet().stream().filter(words::contains).collect(Collectors.toSet());

		assertThat(keys).hasSize(used).allSatisfy(key -> assertThat(inChinese(key, chinese)).as(key).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	@DisplayName("译文保留原文的全部占位符")
	void keepsThePlaceholders(String app) throws IOException {
		assertThat(differing(app, (original, translated) -> placeholders(original).equals(placeholders(translated))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	@DisplayName("横幅是遴选自己的话：材料报送截止2024年12月31日24:00（通知二（三））")
	void announcesTheCampaignInsteadOfTheEndOfLife(String app) {
		assertThat(labels(app)).containsEntry("BANNER_CE_EOL_TEXT",
				"护航新型工业化网络安全典型案例和成效突出地区遴选（工网安函〔2024〕926号）：材料报送截止 2024年12月31日24:00");
	}

	@Test
	@DisplayName("延期或者重新开放的单位，横幅说的是本单位的截止时间（通知二（三））")
	void announcesTheDateOfTheReadersAuthority() {
		assertThat(this.locales.locale("tasklist", Cast.OFFICER).at("/labels/BANNER_CE_EOL_TEXT").asText())
			.endsWith("材料报送截止 2025年1月15日24:00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	@DisplayName("日期写作2024年12月31日 18:00")
	void writesDatesTheChineseWay(String app) {
		JsonNode formats = this.locales.locale(app, null).at("/dateLocales/longDateFormat");

		assertThat(formats.get("LLL").asText()).isEqualTo("YYYY年M月D日 LT");
		assertThat(formats.get("LT").asText()).isEqualTo("HH:mm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	@DisplayName("只提供中文，浏览器语言为英文时也显示中文")
	void offersNoLanguageButChinese(String app) throws IOException {
		assertThat(resource("META-INF/resources/webjars/camunda/app/%s/scripts/config.js".formatted(app)))
			.contains("availableLocales: ['zh'], fallbackLocale: 'zh'")
			.contains("customScripts: ['../huhang/chinese', '../huhang/login'");
	}

	private static boolean inChinese(String key, Map<String, String> labels) {
		return WITHOUT_CHINESE.contains(key) || HAN.matcher(labels.get(key)).find();
	}

	private Set<String> differing(String app, BiPredicate<String, String> same) throws IOException {
		Map<String, String> chinese = labels(app);
		Set<String> differing = new TreeSet<>();
		english(app).forEach((key, text) -> {
			if (!same.test(text, chinese.get(key))) {
				differing.add(key);
			}
		});
		return differing;
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(found -> (found.group(1) != null) ? found.group(1) : "")
			.sorted()
			.toList();
	}

	private Map<String, String> labels(String app) {
		return texts(this.locales.locale(app, null));
	}

	private Map<String, String> english(String app) throws IOException {
		String path = "META-INF/resources/webjars/camunda/app/%s/locales/en.json".formatted(app);
		return texts(this.json.readTree(resource(path).replace("\uFEFF", "")));
	}

	private static Map<String, String> texts(JsonNode locale) {
		Map<String, String> texts = new LinkedHashMap<>();
		locale.get("labels").properties().forEach(label -> texts.put(label.getKey(), label.getValue().asText()));
		return texts;
	}

	private static Set<String> words(String app) throws IOException {
		String base = "META-INF/resources/webjars/camunda/app/%1$s/".formatted(app);
		List<String> files = new ArrayList<>(
				List.of(base + "camunda-%s-bootstrap.js".formatted(app), base + "index.html"));
		if (!app.equals("welcome")) {
			files.add("META-INF/resources/plugin/%s/app/plugin.js".formatted(app));
		}
		Set<String> words = new HashSet<>();
		for (String file : files) {
			WORD.matcher(resource(file)).results().map(MatchResult::group).forEach(words::add);
		}
		return words;
	}

	private static String resource(String path) throws IOException {
		return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
	}

	private static Campaign campaign() {
		try {
			var notice = new YamlPropertySourceLoader().load("notice",
					new ClassPathResource("config/campaign-2024-926.yml"));
			return new Binder(ConfigurationPropertySources.from(notice)).bind("huhang.campaign", Campaign.class).get();
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
