package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.ContentWriter;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.recommendation.Deliveries;
import io.huhang.recommendation.ListDossier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;

@HuhangTest
@DisplayName("组装报送包中断：不留半个包，不发信，能看到进展，重试后完整（通知二（三））")
class InterruptedPackageTests {

	@LocalServerPort
	private int port;

	@MockitoSpyBean
	private Attachments attachments;

	private final ApplicationContext product;

	private final ManagementService jobs;

	private final ProcessEngine engine;

	private final Letters letters;

	private final Campaign campaign;

	private final Deliveries deliveries;

	private final JdbcClient database;

	private String number;

	InterruptedPackageTests(ApplicationContext product, ManagementService jobs, ProcessEngine engine, Letters letters,
			Campaign campaign, Deliveries deliveries, JdbcClient database) {
		this.product = product;
		this.jobs = jobs;
		this.engine = engine;
		this.letters = letters;
		this.campaign = campaign;
		this.deliveries = deliveries;
		this.database = database;
	}

	@Test
	@DisplayName("读文件中断、清单之后中断、反复失败交协调人，最后重试成功，只发一封信")
	void isMadeWholeByTheRetry() {
		Journey journey = Journey.begin(this.product, new Party(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER),
				CaseForms.aCase());
		while (journey.task("sealRecommendation") == null) {
			journey.takeNext();
		}
		this.number = journey.listNumber();

		breakReading();
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> journey.take("sealRecommendation"))
			.withStackTraceContaining("disk gone");
		assertNothingIsLeft();
		assertThat(page(Cast.OFFICER)).contains("组装报送包（系统正在办理）");

		doCallRealMethod().when(this.attachments).open(any());
		doThrow(new IllegalStateException("stopped")).when(this.attachments)
			.keep(eq(this.number), eq(PackageEdition.PACKAGE), anyInt(), any(), any(ContentWriter.class), any());
		while (job().getRetries() > 0) {
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> this.jobs.executeJob(job().getId()))
				.withStackTraceContaining("stopped");
		}
		assertNothingIsLeft();
		assertThat(this.engine.getRuntimeService().createIncidentQuery().list()).extracting(Incident::getActivityId)
			.containsExactly("assemblePackage");
		assertThat(page(Cast.OFFICER)).contains("组装报送包（未能自动完成，待协调人处理）");
		assertThat(page(Cast.COORDINATOR)).contains("组装报送包（未能自动完成，待协调人处理）");

		doCallRealMethod().when(this.attachments).keep(any(), any(), anyInt(), any(), any(ContentWriter.class), any());
		this.jobs.setJobRetries(job().getId(), 1);
		journey.runJobs();
		StoredFile whole = this.attachments.kept(this.number, PackageEdition.PACKAGE, 1).orElseThrow();
		assertThat(this.attachments.open(whole)).isNotEmpty();
		assertThat(this.attachments.kept(this.number, PackageEdition.MANIFEST, 1)).isPresent();
		assertThat(this.deliveries.of(this.number)).hasSize(1);
		assertThat(sentLetters()).hasSize(1);
		assertThat(page(Cast.OFFICER)).contains("登记纸质材料、确认电子材料").doesNotContain("未能自动完成");
	}

	// The second file of the case breaks off after a few bytes.
	private void breakReading() {
		doAnswer(call -> new SequenceInputStream(new ByteArrayInputStream(new byte[100]), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("disk gone");
			}
		})).when(this.attachments).open(argThat(file -> file != null && file.slot().equals(Revisions.EVIDENCE)));
	}

	private void assertNothingIsLeft() {
		assertThat(this.attachments.of(this.number)).extracting(StoredFile::slot)
			.doesNotContain(PackageEdition.PACKAGE, PackageEdition.MANIFEST)
			.contains(ListDossier.PDF);
		assertThat(this.database.sql("select count(*) from recommendation_package_item").query(Integer.class).single())
			.isZero();
		assertThat(this.deliveries.of(this.number)).isEmpty();
		assertThat(sentLetters()).isEmpty();
	}

	private Job job() {
		return this.jobs.createJobQuery().activityId("assemblePackage").singleResult();
	}

	private String page(Person person) {
		return Visitor.of(person, this.port).get("/recommendations/" + this.number).body();
	}

	private List<Letter> sentLetters() {
		return this.letters.latest(50, Optional.of(this.campaign.mailbox()))
			.stream()
			.filter(letter -> letter.kind().equals("package-sent"))
			.toList();
	}

}
