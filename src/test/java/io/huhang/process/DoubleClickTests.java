package io.huhang.process;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Regions;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("连点两次“办结”：只办一次")
@Timeout(120)
class DoubleClickTests {

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final JdbcClient database;

	private final Regions regions;

	DoubleClickTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database,
			ApplicationContext product) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.database = database;
		this.regions = new Regions(product);
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@RepeatedTest(3)
	@DisplayName("填写申报书同时办结两次：一个修订版、一个后续任务，另一次被拒绝")
	void freezesOneRevision() {
		String number = filledIn();

		List<Throwable> refusals = completeTwiceAtOnce(this.cases.task(number).getId());

		assertThat(refusals).hasSize(1);
		assertThat(count("application_revision", "case_number", number)).isEqualTo(1);
		assertThat(audited("case.freeze", number)).isEqualTo(1);
		assertThat(this.cases.task(number).getTaskDefinitionKey()).isEqualTo("preCheckCase");
	}

	@RepeatedTest(3)
	@DisplayName("盖章后同时提交两次：一条报送记录，每个收件人一封信，另一次被拒绝（通知二（一））")
	void filesOnce() {
		String number = this.cases.sealed();

		List<Throwable> refusals = completeTwiceAtOnce(this.cases.task(number).getId());

		assertThat(refusals).hasSize(1);
		assertThat(count("application_filing", "case_number", number)).isEqualTo(1);
		assertThat(audited("case.file", number)).isEqualTo(1);
		this.cases.runJobs(number);
		assertThat(letters("case-filed", number)).containsExactlyInAnyOrder(Cast.APPLICANT_A.email(),
				CaseForms.aCase().form().email());
		assertThat(letters("case-to-check", number)).containsExactly(Cast.OFFICER.email());
		assertThat(this.cases.task(number).getTaskDefinitionKey()).isEqualTo("checkCase");
	}

	@RepeatedTest(3)
	@DisplayName("填报附件2同时办结两次：一个修订版；用印同时办结两次：一条寄送记录，每人一封信（通知二（一））")
	void freezesAndSealsOneRegionApplication() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.type(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		assertThat(completeTwiceAtOnce(this.cases.task(number).getId(), Cast.OFFICER)).hasSize(1);
		assertThat(count("region_revision", "region_number", number)).isEqualTo(1);
		assertThat(this.cases.task(number).getTaskDefinitionKey()).isEqualTo("reviewRegionApplication");
		this.regions.decide(number, Cast.HEAD, "PASS");
		this.regions.approve(number, Cast.LEADER, "PASS");
		this.regions.tickSeals(number, Cast.OFFICER, RegionSealing.ALONE);

		assertThat(completeTwiceAtOnce(this.cases.task(number).getId(), Cast.OFFICER)).hasSize(1);

		assertThat(count("region_dispatch", "region_number", number)).isEqualTo(1);
		this.regions.runJobs(number);
		assertThat(letters("region-sealed", number)).containsExactlyInAnyOrder(Cast.OFFICER.email(), Cast.HEAD.email(),
				Cast.LEADER.email());
		assertThat(letters("region-package-sent", number)).hasSize(1);
	}

	private String filledIn() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		this.cases.fillIn(number, Cast.APPLICANT_A);
		return number;
	}

	/** What each of the two threads got for an answer, if not success. */
	private List<Throwable> completeTwiceAtOnce(String taskId) {
		return completeTwiceAtOnce(taskId, Cast.APPLICANT_A);
	}

	private List<Throwable> completeTwiceAtOnce(String taskId, Person person) {
		this.engine.getTaskService().setAssignee(taskId, person.id());
		CyclicBarrier together = new CyclicBarrier(2);
		List<CompletableFuture<Throwable>> clicks = Stream.of(1, 2)
			.map(click -> CompletableFuture.supplyAsync(() -> click(taskId, person, together),
					task -> new Thread(task).start()))
			.toList();
		return clicks.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
	}

	private Throwable click(String taskId, Person person, CyclicBarrier together) {
		try {
			this.cases.as(person, () -> {
				await(together);
				this.engine.getTaskService().complete(taskId);
			});
			return null;
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int count(String table, String column, String value) {
		return this.database.sql("select count(*) from %s where %s = :value".formatted(table, column))
			.param("value", value)
			.query(Integer.class)
			.single();
	}

	private int audited(String action, String number) {
		return this.database.sql("select count(*) from audit_entry where action = :action and subject = :subject")
			.param("action", action)
			.param("subject", number + "/1")
			.query(Integer.class)
			.single();
	}

	private List<String> letters(String kind, String number) {
		return this.database
			.sql("select recipient_email from mail_letter where kind = :kind and subject_number = :number")
			.param("kind", kind)
			.param("number", number)
			.query(String.class)
			.list();
	}

}
