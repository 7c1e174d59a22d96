package io.huhang.campaign;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("正式环境：缺少或不当的设置逐项说明，不带病启动")
class ProductionSettingsTests {

	/** What a site sets, as environment variables. */
	private static final Map<String, Object> COMPLETE = Map.of("SPRING_MAIL_USERNAME", "noreply",
			"SPRING_MAIL_PASSWORD", "secret", "HUHANG_BASEURL", "https://huhang.example.cn", "SPRING_DATASOURCE_URL",
			"jdbc:postgresql://db/huhang", "SPRING_DATASOURCE_USERNAME", "huhang", "SPRING_DATASOURCE_PASSWORD",
			"secret", "SPRING_MAIL_HOST", "smtp.example.cn", "HUHANG_MAIL_FROM", "noreply@example.cn",
			"HUHANG_FILES_FOLDER", "/srv/huhang/files");

	@Test
	@DisplayName("什么都没设：一次列出全部缺项，各有属性名、环境变量名和含义")
	void namesEverythingThatIsMissing() throws IOException {
		assertThat(new ProductionSettings(site(Map.of())).problems()).containsExactly(
				"huhang.base-url (HUHANG_BASEURL) is missing: where people reach this site, such as"
						+ " https://huhang.example.cn",
				"spring.datasource.url (SPRING_DATASOURCE_URL) is missing: the database, such as"
						+ " jdbc:postgresql://host:5432/huhang",
				"spring.datasource.username (SPRING_DATASOURCE_USERNAME) is missing: who owns the tables",
				"spring.datasource.password (SPRING_DATASOURCE_PASSWORD) is missing: the password of the database's user",
				"spring.mail.host (SPRING_MAIL_HOST) is missing: the mail server that takes this site's letters",
				"huhang.mail.from (HUHANG_MAIL_FROM) is missing: the address that letters come from",
				"huhang.files.folder (HUHANG_FILES_FOLDER) or huhang.files.bucket (HUHANG_FILES_BUCKET) is missing:"
						+ " the folder, or the S3 bucket, that keeps the files");
	}

	@Test
	@DisplayName("设全了即可；文件夹可换成存储桶")
	void startsWithAllSettings() throws IOException {
		Map<String, Object> bucket = new LinkedHashMap<>(COMPLETE);
		bucket.remove("HUHANG_FILES_FOLDER");
		bucket.put("HUHANG_FILES_BUCKET", "huhang");

		assertThat(new ProductionSettings(site(COMPLETE)).problems()).isEmpty();
		assertThat(new ProductionSettings(site(bucket)).problems()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					HUHANG_BASEURL | http://huhang.example.cn | huhang.base-url (HUHANG_BASEURL) = http://huhang.example.cn must begin with https:// and end without path or slash
					HUHANG_BASEURL | https://huhang.example.cn/path/ | huhang.base-url (HUHANG_BASEURL) = https://huhang.example.cn/path/ must begin with https:// and end without path or slash
					HUHANG_MAIL_FROM | notanaddress | huhang.mail.from (HUHANG_MAIL_FROM) = notanaddress is not an address such as noreply@huhang.example.cn
					SPRING_MAIL_PASSWORD | ' ' | spring.mail.username (SPRING_MAIL_USERNAME) or spring.mail.password (SPRING_MAIL_PASSWORD) is missing: set both, or spring.mail.properties.mail.smtp.auth (SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH) to false
					SPRING_DATASOURCE_URL | jdbc:h2:file:./data/huhang | spring.datasource.url (SPRING_DATASOURCE_URL) must begin with jdbc:postgresql: (H2 is for the demo)
					SPRING_MAIL_HOST | ' ' | spring.mail.host (SPRING_MAIL_HOST) is missing: the mail server that takes this site's letters
					HUHANG_DEMO_ENABLED | true | huhang.demo.enabled (HUHANG_DEMO_ENABLED) must not be true: sample accounts have a known password
					HUHANG_ACCOUNTS_WORKFACTOR | 9 | huhang.accounts.work-factor (HUHANG_ACCOUNTS_WORKFACTOR) = 9 must be 10 or more: whoever steals the database guesses faster
					""")
	@DisplayName("地址不是https、数据库是H2、空白、演示模式：各有一行说明")
	void namesWhatMustNotBe(String variable, String value, String problem) throws IOException {
		Map<String, Object> wrong = new LinkedHashMap<>(COMPLETE);
		wrong.put(variable, value);

		assertThat(new ProductionSettings(site(wrong)).problems()).containsExactly(problem);
	}

	@Test
	@DisplayName("邮件必须加密：STARTTLS 或 SSL 至少其一")
	void refusesLettersInTheClear() throws IOException {
		Map<String, Object> wrong = new LinkedHashMap<>(COMPLETE);
		wrong.put("spring.mail.properties.mail.smtp.starttls.required", "false");
		assertThat(new ProductionSettings(site(wrong)).problems())
			.containsExactly("spring.mail.properties.mail.smtp.starttls.required must be true, or"
					+ " spring.mail.properties.mail.smtp.ssl.enable: letters travel encrypted");

		wrong.put("spring.mail.properties.mail.smtp.ssl.enable", "true");
		assertThat(new ProductionSettings(site(wrong)).problems()).isEmpty();
	}

	@Test
	@DisplayName("只有正式环境才检查；说明里没有数据库密码")
	void checksOnlyProduction() throws IOException {
		StandardEnvironment environment = site(
				Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://db/huhang?password=hidden"));
		GenericApplicationContext context = new GenericApplicationContext();
		context.setEnvironment(environment);
		assertThatCode(() -> new ProductionCheck().initialize(context)).doesNotThrowAnyException();

		environment.setActiveProfiles("production");

		assertThatExceptionOfType(StartRefusedException.class)
			.isThrownBy(() -> new ProductionCheck().initialize(context))
			.satisfies(refused -> {
				FailureAnalysis analysis = new StartRefusedFailureAnalyzer().analyze(refused);
				assertThat(analysis.getDescription()).startsWith("This node must not start:\nhuhang.base-url")
					.doesNotContain("hidden");
				assertThat(analysis.getAction()).contains("config/application-production.yml");
			});
	}

	/** The packaged files, and above them what a site sets. */
	private static StandardEnvironment site(Map<String, Object> variables) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.forEach(source -> sources.remove(source.getName()));
		sources.addLast(new SystemEnvironmentPropertySource("site-systemEnvironment", variables));
		for (String file : new String[] { "application-production", "application" }) {
			new YamlPropertySourceLoader().load(file, new ClassPathResource("config/" + file + ".yml"))
				.forEach(sources::addLast);
		}
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

}
