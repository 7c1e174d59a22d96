package io.huhang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The whole product as a site starts it, on PostgreSQL; where files lie is left open. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "huhang.base-url=https://huhang.example.cn", "spring.mail.host=localhost",
				"spring.mail.properties.mail.smtp.auth=false", "huhang.mail.from=noreply@example.cn",
				"huhang.first-administrator.email=guanli@example.org", "huhang.first-administrator.name=管理员甲",
				"huhang.first-administrator.password=Shouci-Denglu@2024", "camunda.bpm.job-execution.enabled=false" })
@ActiveProfiles("production")
@ContextConfiguration(initializers = ProductionTest.OnPostgres.class)
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface ProductionTest {

	/** Sets what a site sets for its database, before the product checks it. */
	@Order(0)
	class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"spring.datasource.url=" + TestDatabase.newPostgresUrl(),
					"spring.datasource.username=" + TestDatabase.USER, "spring.datasource.password=not-asked-for",
					"spring.datasource.hikari.minimum-idle=1");
		}

	}

}
