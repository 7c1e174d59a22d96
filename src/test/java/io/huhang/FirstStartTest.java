package io.huhang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.huhang.process.DemoClock;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole product as on its first day: nobody has an account but who the one-time
 * setting names. As {@link HuhangTest}, it is a Monday in November 2024, and no job or
 * letter goes out by itself.
 */
@SqlTest
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "huhang.demo.enabled=false",
		"huhang.accounts.answer-every=PT24H", "huhang.accounts.work-factor=4",
		"huhang.files.folder=${java.io.tmpdir}/huhang-test-${random.uuid}", "huhang.mail.send=false",
		"camunda.bpm.job-execution.enabled=false", "huhang.first-administrator.email=" + FirstStartTest.ADMINISTRATOR,
		"huhang.first-administrator.name=子样例", "huhang.first-administrator.password=" + FirstStartTest.PASSWORD })
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@Import({ FirstStartTest.Monday.class, Mailbox.class })
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface FirstStartTest {

	/** Who the setting names. */
	String ADMINISTRATOR = "guanli@example.cn";

	/** The password in the setting. */
	String PASSWORD = "Chushi@2024-mima";

	/** The campaign is open. */
	@TestComponent
	@Order(1)
	class Monday implements ApplicationRunner {

		private final DemoClock clock;

		Monday(DemoClock clock) {
			this.clock = clock;
		}

		@Override
		public void run(ApplicationArguments arguments) {
			this.clock.beginAt(Cast.MONDAY);
		}

	}

}
