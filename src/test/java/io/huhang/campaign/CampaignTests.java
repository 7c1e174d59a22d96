package io.huhang.campaign;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("通知的内容是数据：config/campaign-2024-926.yml")
class CampaignTests {

	private static final String PREFIX = "huhang.campaign.";

	@Test
	@DisplayName("随包的文件与通知一致")
	void bindsThePackagedFile() {
		start(values()).run(context -> {
			Campaign campaign = context.getBean(Campaign.class);

			assertThat(campaign.documentNumber()).isEqualTo("工网安函〔2024〕926号");
			assertThat(campaign.deadline()).isEqualTo(OffsetDateTime.parse("2025-01-01T00:00:00+08:00"));
			assertThat(campaign.activityYear()).isEqualTo(2024);
			assertThat(campaign.recommendationCap()).isEqualTo(20);
			assertThat(campaign.paperCopies()).isEqualTo(2);
			assertThat(campaign.profileChars()).isEqualTo(1000);
			assertThat(campaign.summaryChars()).isEqualTo(100);
			assertThat(campaign.mailbox()).isEqualTo("zhangyu8@caict.ac.cn");
			assertThat(campaign.contacts()).extracting(Campaign.Contact::name)
				.containsExactly("肖俊芳", "马娟", "张瑜", "黄海波");
		});
	}

	@Test
	@DisplayName("五个方向、八类企业、六种单位性质（C1，C2，C5）")
	void knowsDirectionsCategoriesAndOwnerships() {
		Campaign campaign = Campaigns.packaged();

		assertThat(campaign.directions()).extracting(Campaign.Direction::code)
			.containsExactly("D1", "D2", "D3", "D4", "D5");
		assertThat(campaign.direction("D4").orElseThrow().name()).isEqualTo("工业控制产品安全漏洞治理");
		assertThat(campaign.direction("D4").orElseThrow().formLabel()).isEqualTo("工业控制产品漏洞治理案例");
		assertThat(campaign.direction("D1").orElseThrow().levels()).containsExactly("三级", "二级", "一级");
		assertThat(campaign.direction("D2").orElseThrow().levels()).containsExactly("五级", "四级", "三级", "二级", "一级");
		assertThat(campaign.direction("D3").orElseThrow().levels()).isEmpty();
		assertThat(campaign.categories()).extracting(Campaign.Category::annex3Label)
			.containsExactly("工业企业", "平台企业", "标识解析企业", "车联网相关企业", "车联网相关企业", "工控产品厂商", "基础电信企业", "网络安全企业");
		assertThat(campaign.ownerships()).extracting(Campaign.Ownership::label)
			.containsExactly("国有企业", "民营企业", "合资企业", "国有控股企业", "国有参股企业", "其他（请注明）");
		assertThat(campaign.direction("D6")).isEmpty();
	}

	@ParameterizedTest(name = "缺少 {0}")
	@CsvSource({ "recommendation-cap,recommendationCap,0,a number of cases above 0",
			"profile-chars,profileChars,0,a number of characters above 0",
			"deadline,deadline,null,an instant with zone such as 2025-01-01T00:00:00+08:00",
			"document-number,documentNumber,null,the notice's number such as 工网安函〔2024〕926号",
			"mailbox,mailbox,null,an e-mail address",
			"'directions[3].form-label','directions[3].formLabel',null,the label of annex 1" })
	@DisplayName("缺少一个值就不能启动，指出文件、键和要求")
	void stopsTheStartWithoutAValue(String key, String name, String value, String expected) {
		Map<String, Object> values = values();
		assertThat(values.remove(PREFIX + key)).isNotNull();

		assertThat(analysis(values).getDescription()).isEqualTo(
				"The campaign cannot be used:\nconfig/campaign-2024-926.yml: huhang.campaign.%s = %s: expected %s"
					.formatted(name, value, expected));
	}

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource({ "recommendation-cap,-1,recommendationCap,a number of cases above 0",
			"activity-year,24,activityYear,a year such as 2024", "postcode,10080,postcode,a postcode of six digits",
			"mailbox,zhangyu8,mailbox,an e-mail address" })
	@DisplayName("错误的值不能启动，指出文件、键、值和要求")
	void stopsTheStartWithAWrongValue(String key, String value, String name, String expected) {
		Map<String, Object> values = values();
		values.put(PREFIX + key, value);

		assertThat(analysis(values).getDescription()).isEqualTo(
				"The campaign cannot be used:\nconfig/campaign-2024-926.yml: huhang.campaign.%s = %s: expected %s"
					.formatted(name, value, expected));
	}

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource({ "deadline,2024-12-32,an instant with zone such as 2025-01-01T00:00:00+08:00",
			"recommendation-cap,二十,a whole number" })
	@DisplayName("读不出的值不能启动，指出文件、键、值和要求")
	void stopsTheStartWithAnUnreadableValue(String key, String value, String expected) {
		Map<String, Object> values = values();
		values.put(PREFIX + key, value);

		assertThat(analysis(values).getDescription()).isEqualTo(
				"The campaign cannot be used:\nconfig/campaign-2024-926.yml: huhang.campaign.%s = %s: expected %s"
					.formatted(key, value, expected));
	}

	@Test
	@DisplayName("少一类企业不能启动")
	void stopsTheStartWithACategoryTooFew() {
		Map<String, Object> values = values();
		values.keySet().removeIf(key -> key.startsWith(PREFIX + "categories[7]"));

		assertThat(analysis(values).getDescription())
			.startsWith("The campaign cannot be used:\nconfig/campaign-2024-926.yml: huhang.campaign.categories = ")
			.endsWith(": expected the eight enterprise categories");
	}

	private static FailureAnalysis analysis(Map<String, Object> values) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		start(values).run(context -> {
			assertThat(context).hasFailed();
			analysis[0] = new InvalidCampaignFailureAnalyzer().analyze(context.getStartupFailure());
		});
		return analysis[0];
	}

	private static ApplicationContextRunner start(Map<String, Object> values) {
		return new ApplicationContextRunner().withUserConfiguration(Binding.class)
			.withInitializer(context -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("campaign", values)));
	}

	private static Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		EnumerablePropertySource<?> file = (EnumerablePropertySource<?>) Campaigns.file().get(0);
		for (String name : file.getPropertyNames()) {
			values.put(name, file.getProperty(name));
		}
		return values;
	}

	@EnableConfigurationProperties(Campaign.class)
	static class Binding {

	}

}
