package io.huhang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole product on a free port, on a Monday in November 2024, with the people of
 * {@link Cast}: an own database, an own folder, and no job or letter on its way unless a
 * test sends it. Classes share it, and each finds it as it stood when it had started.
 */
@SqlTest
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		// ./config/application.yml beats a test profile; these beat it.
		"huhang.demo.enabled=false", "huhang.accounts.answer-every=PT24H", "huhang.accounts.work-factor=4",
		"huhang.files.folder=${java.io.tmpdir}/huhang-test-${random.uuid}", "huhang.mail.send=false",
		"camunda.bpm.job-execution.enabled=false" })
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@Import({ Cast.class, Cases.class, CampaignJobs.class, Mailbox.class })
@TestExecutionListeners(listeners = { OwnEngine.class, StartingState.class }, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface HuhangTest {

}
