package io.huhang.process;

import java.time.Instant;

import io.huhang.CampaignJobs;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.application.CaseApplications;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@EachTestAsStarted
@DisplayName("名单报送或者截止时还没审核完的案例，以“未推荐”办结并告知（通知二（二）、二（三））")
class LeftBehindTests {

	private static final Instant DEADLINE = Instant.parse("2024-12-31T16:00:01Z");

	private final Cases cases;

	private final Lists lists;

	private final LeftBehind leftBehind;

	private final CampaignJobs campaign;

	private final CaseApplications applications;

	private final Progress progress;

	private final Mailbox mailbox;

	private final ProcessEngine engine;

	LeftBehindTests(Cases cases, LeftBehind leftBehind, CampaignJobs campaign, CaseApplications applications,
			Progress progress, Mailbox mailbox, ProcessEngine engine, Drafts drafts, Attachments attachments,
			JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.leftBehind = leftBehind;
		this.campaign = campaign;
		this.applications = applications;
		this.progress = progress;
		this.mailbox = mailbox;
		this.engine = engine;
	}

	@Test
	@DisplayName("主管部门没有启动名单：到报送截止，审核中的案例办结，此前不动")
	void endsACaseThatIsCheckedWhenNoListCanLeave() {
		String number = this.lists.file();
		this.campaign.at(Instant.parse("2024-12-31T15:59:00Z"));
		assertThat(this.progress.of(number)).isEqualTo("审核");

		this.campaign.at(DEADLINE);

		assertEnded(number);
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("未在截止时间前将推荐材料报送");
	}

	@Test
	@DisplayName("审核通过而没有名单的，同样办结")
	void endsACaseThatWaitsForAListThatNobodyBegan() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");

		this.campaign.at(DEADLINE);

		assertEnded(number);
	}

	@Test
	@DisplayName("名单报送时仍在审核的，随名单办结，说明审核尚未完成；名单在办的，到截止也不动")
	void endsACaseWithTheListThatLeavesWithoutIt() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");
		this.lists.rank();
		String late = atCheck();
		this.campaign.at(DEADLINE);
		assertThat(this.progress.of(late)).isEqualTo("审核");

		this.leftBehind.endWith(Lists.NUMBER, true);

		assertEnded(late);
		assertThat(this.mailbox.newest(Cast.APPLICANT_B.email())).contains("名单报送时，该案例的审核尚未完成。");
		assertThat(this.applications.get(number).live()).isTrue();
	}

	private String atCheck() {
		String number = this.cases.begin(Cast.APPLICANT_B);
		String instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId();
		this.engine.getRuntimeService()
			.createProcessInstanceModification(instance)
			.startBeforeActivity("checkCase")
			.cancelAllForActivity("filing")
			.execute();
		return number;
	}

	private void assertEnded(String number) {
		assertThat(this.progress.of(number)).isEqualTo("未推荐");
		assertThat(this.applications.get(number).live()).isFalse();
	}

}
