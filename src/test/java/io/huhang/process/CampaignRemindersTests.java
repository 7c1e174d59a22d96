package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.huhang.CampaignJobs;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.CampaignCourse;
import io.huhang.draft.Drafts;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@EachTestAsStarted
@DisplayName("遴选活动：按时提醒还缺什么，同一件事只说一次（通知二（三））")
class CampaignRemindersTests {

	private static final String CONTACTS = "zhangyu8@caict.ac.cn";

	private final CampaignJobs campaign;

	private final CampaignOpening opening;

	private final CampaignCourse course;

	private final Cases cases;

	private final Lists lists;

	private final Drafts drafts;

	private final Letters letters;

	private final Mailbox mailbox;

	private final RuntimeService runtime;

	private final ManagementService management;

	CampaignRemindersTests(CampaignJobs campaign, CampaignOpening opening, CampaignCourse course, Cases cases,
			ProcessEngine engine, Attachments attachments, JdbcClient database, Drafts drafts, Letters letters,
			Mailbox mailbox, RuntimeService runtime, ManagementService management) {
		this.campaign = campaign;
		this.opening = opening;
		this.course = course;
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.drafts = drafts;
		this.letters = letters;
		this.mailbox = mailbox;
		this.runtime = runtime;
		this.management = management;
	}

	@Test
	@DisplayName("首次启动时开始，再次启动或者另一台机器启动不重复；下一次提醒和截止看得到时间")
	void beginsOnceHoweverManyNodesStart() {
		this.opening.run(new DefaultApplicationArguments());

		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey("2024-926").count())
			.isEqualTo(1);
		assertThat(due("reminderDue")).isEqualTo("2024-12-01T16:00:00Z");
		assertThat(due("deadlineReached")).isEqualTo("2024-12-31T16:00:00Z");
	}

	@ParameterizedTest(name = "{0}：还有{1}")
	@CsvSource({ "2024-11-17T16:00:00Z,30天", "2024-12-03T16:00:00Z,14天", "2024-12-10T16:00:00Z,7天",
			"2024-12-14T16:00:00Z,3天", "2024-12-16T16:00:00Z,1天", "2024-12-17T13:00:00Z,3小时" })
	@DisplayName("申报单位在本单位受理截止前的每一档收到一封信，写明申报书还缺什么（R20）")
	void remindsTheApplicantAtEachRungOfItsAuthoritysDate(Instant rung, String left) {
		String number = this.cases.begin(Cast.APPLICANT_A);
		this.campaign.at(rung.minusSeconds(60));
		List<String> before = titles(Cast.APPLICANT_A.email());

		this.campaign.at(rung.plusSeconds(1));
		this.campaign.run();

		assertThat(titles(Cast.APPLICANT_A.email())).hasSize(before.size() + 1)
			.first()
			.isEqualTo("距截止还有%s，您有1项工作尚未完成".formatted(left));
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("申报书尚未填报完成", number, "2024年12月17日24:00",
				"个栏目未填写或者须修改：案例名称");
	}

	@Test
	@DisplayName("系统停了几天，错过的几档只补最近的一封；已经过去的不补（R20）")
	void writesOnceForRungsThatWereMissedTogether() {
		this.cases.begin(Cast.APPLICANT_A);

		this.campaign.at(Instant.parse("2024-12-15T02:00:00Z"));

		assertThat(titles(Cast.APPLICANT_A.email())).containsExactly("距截止还有3天，您有1项工作尚未完成");
	}

	@Test
	@DisplayName("材料齐全的草稿不说还缺什么；已提交的不再提醒申报单位，经办人看到待预审")
	void tellsEachInItsOwnWords() {
		String number = this.cases.begin(Cast.APPLICANT_B);
		this.cases.handInForPreCheck();
		this.campaign.at(Instant.parse("2024-12-10T15:59:00Z"));

		this.campaign.at(Instant.parse("2024-12-10T16:00:30Z"));

		assertThat(titles(Cast.APPLICANT_A.email())).isEmpty();
		assertThat(titles(Cast.OFFICER.email())).first().isEqualTo("距截止还有7天，您有2项工作尚未完成");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("案例待您网上预审", "申报单位尚未提交申报书", number);
		assertThat(titles(Cast.FOREIGN_OFFICER.email())).isEmpty();
	}

	@Test
	@DisplayName("名单待签发：局领导看到待您签发，经办人看到可以登记线下签批，处室负责人不被打扰")
	void tellsLeaderAndOfficerWhatEachCanDo() {
		this.lists.atApproval();
		this.campaign.at(Instant.parse("2024-12-24T15:59:00Z"));
		List<String> before = titles(Cast.HEAD.email());

		this.campaign.at(Instant.parse("2024-12-24T16:00:30Z"));

		assertThat(this.mailbox.newest(Cast.LEADER.email())).contains("推荐名单待您签发", Lists.NUMBER, "2024年12月31日24:00");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("推荐名单待局领导签发，已线下签批的请登记")
			.doesNotContain("待您签发", "推荐名单尚未启动");
		assertThat(titles(Cast.HEAD.email())).isEqualTo(before);
	}

	@Test
	@DisplayName("填齐的草稿：不再列出栏目和证明材料")
	void namesNoGapWhereThereIsNone() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		this.drafts.save(number, Revisions.FORM, 0,
				CaseForms.aCase().provenBy(this.cases.attach(number, Cast.APPLICANT_A)).form(), Cast.APPLICANT_A.id());

		this.campaign.at(Instant.parse("2024-12-10T16:00:30Z"));

		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("申报书尚未填报完成").doesNotContain("须修改：", "尚缺");
	}

	@Test
	@DisplayName("有案例而没有启动名单的单位，在部截止前提醒（通知二（三））")
	void remindsOfAListThatNobodyStarted() {
		this.cases.handInForPreCheck();

		this.campaign.at(Instant.parse("2024-12-01T16:00:30Z"));

		assertThat(this.mailbox.newest(Cast.HEAD.email())).contains("推荐名单尚未启动", "2024年12月31日24:00");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("推荐名单尚未启动");
		assertThat(titles(Cast.LEADER.email())).isEmpty();
	}

	@Test
	@DisplayName("人多时分批写，中断后从下一个人接着写，写过的不重复")
	void goesOnWithTheRoundWhereItStopped() {
		this.cases.begin(Cast.APPLICANT_A);
		this.campaign.at(Instant.parse("2024-12-10T15:59:00Z"));
		List<String> before = titles(Cast.OFFICER.email());
		this.course.advance(Cast.OFFICER.email());

		this.campaign.at(Instant.parse("2024-12-10T16:00:30Z"));

		assertThat(titles(Cast.OFFICER.email())).isEqualTo(before);
		assertThat(titles(Cast.APPLICANT_A.email())).first().isEqualTo("距截止还有7天，您有1项工作尚未完成");
	}

	@Test
	@DisplayName("最后两周每天上午给通知联系人一份简报，此前没有（通知三）")
	void writesADigestEachMorningOfTheLastTwoWeeks() {
		this.cases.handInForPreCheck();
		this.campaign.at(Instant.parse("2024-12-17T15:59:00Z"));
		assertThat(titles(CONTACTS)).isEmpty();

		this.campaign.at(Instant.parse("2024-12-18T01:00:30Z"));
		this.campaign.at(Instant.parse("2024-12-19T01:00:30Z"));

		assertThat(titles(CONTACTS)).containsExactly("每日简报（2024年12月19日）：距报送截止还有13天，在办1项",
				"每日简报（2024年12月18日）：距报送截止还有14天，在办1项");
		assertThat(this.mailbox.newest(CONTACTS)).contains("浙江省经济和信息化厅", "网上预审1项");
	}

	@Test
	@DisplayName("到了部截止时间，登记下来（通知二（三））")
	void recordsThatTheDeadlineCame() {
		assertThat(this.course.closedAt()).isEmpty();

		this.campaign.at(Instant.parse("2024-12-31T16:00:01Z"));

		assertThat(this.course.closedAt())
			.hasValueSatisfying(closed -> assertThat(closed).isAfterOrEqualTo(Instant.parse("2024-12-31T16:00:00Z")));
	}

	private String due(String activity) {
		Job job = this.management.createJobQuery().activityId(activity).singleResult();
		return job.getDuedate().toInstant().toString();
	}

	private List<String> titles(String email) {
		return this.letters.latest(50, Optional.of(email))
			.stream()
			.filter(letter -> List.of("deadline-reminder", "daily-digest").contains(letter.kind()))
			.map(Letter::title)
			.toList();
	}

}
