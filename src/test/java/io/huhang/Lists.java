package io.huhang;

import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.huhang.application.Filings;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.ListSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the list of {@link Cast#AUTHORITY} to where a test begins, through the engine.
 */
public final class Lists {

	/** The one recommendation of {@link Cast#AUTHORITY}. */
	public static final String NUMBER = "HH2024-TJ-330000-iit";

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final JdbcClient database;

	public Lists(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.database = database;
	}

	/** A sealed case of {@link Cast#APPLICANT_A} at checkCase; answers its number. */
	public String file() {
		String number = this.cases.handInForPreCheck();
		decide(number, Cast.OFFICER, "PASS");
		runJobs(number);
		this.drafts.save(number, Filings.form(1), 0, Cases.sealing(), Cast.APPLICANT_A.id());
		this.attachments.add(number, Filings.scanSlot(1), "盖章扫描件.pdf", new ByteArrayInputStream(SampleFiles.pdf(1)),
				Cast.APPLICANT_A.id());
		complete(number, Cast.APPLICANT_A);
		runJobs(number);
		return number;
	}

	/** Claims and completes the open task of this number with a decision. */
	public void decide(String number, Person person, String decision) {
		Task task = this.cases.task(number);
		claim(task, person);
		if (task.getTaskDefinitionKey().equals("checkCase") && decision.equals("PASS")) {
			this.cases.score(number);
		}
		this.cases.as(person, () -> this.engine.getTaskService()
			.complete(task.getId(), Map.of("decision", decision, "reason", decision.equals("PASS") ? "" : "请调整。")));
	}

	/** Claims and completes the open task of this number with what is drafted. */
	public void complete(String number, Person person) {
		Task task = this.cases.task(number);
		claim(task, person);
		this.cases.as(person, () -> this.engine.getTaskService().complete(task.getId()));
	}

	/** Opens the list and ranks what can be ranked. */
	public void rank() {
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		complete(NUMBER, Cast.OFFICER);
	}

	/** A list at approveRecommendation, with three levels; answers its task. */
	public Task atApproval() {
		String caseNumber = file();
		decide(caseNumber, Cast.OFFICER, "PASS");
		decide(caseNumber, Cast.HEAD, "PASS");
		rank();
		decide(NUMBER, Cast.HEAD, "PASS");
		return this.cases.task(NUMBER);
	}

	public void claim(Task task, Person person) {
		if (task.getAssignee() == null) {
			this.cases.as(person, () -> this.engine.getTaskService().claim(task.getId(), person.id()));
		}
	}

	/**
	 * The list of what can be ranked, at registerCasePaper and confirmElectronicSet
	 * without the way there; answers the task of its paper.
	 */
	public Task atReceipt() {
		rank();
		decide(NUMBER, Cast.HEAD, "PASS");
		this.database
			.sql("insert into recommendation_dispatch (recommendation_number, version, content, dispatched_at,"
					+ " dispatched_by) values (:number, 1, :content, :at, :user)")
			.param("number", NUMBER)
			.param("content",
					this.drafts.write(new ListSealing("浙经信网安〔2024〕12号", "2024-11-08", "true", "", "2", List.of(),
							"机要交换", "ZJ20241108001", "2024-11-08", List.of())))
			.param("at", OffsetDateTime.parse("2024-11-08T17:00:00+08:00"))
			.param("user", Cast.OFFICER.id())
			.update();
		this.engine.getRuntimeService()
			.createProcessInstanceModification(instance(NUMBER))
			.startBeforeActivity("receiptsBegin")
			.cancelAllForActivity("preparation")
			.execute();
		return task("registerCasePaper");
	}

	/** The open task of this step of the list. */
	public Task task(String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(NUMBER)
			.taskDefinitionKey(step)
			.singleResult();
	}

	/** Ends every case and takes the list away, so that the next test may open it. */
	public void endAll() {
		this.cases.endAll();
		for (String table : List.of("approval_paper where subject",
				"recommendation_excess_consent where recommendation_number",
				"recommendation_excess_reception where recommendation_number",
				"recommendation_reopening where recommendation_number",
				"recommendation_receipt where recommendation_number",
				"recommendation_dispatch where recommendation_number",
				"recommendation_delivery where recommendation_number",
				"recommendation_package_item where recommendation_number", "paper_supplement where number",
				"paper_round where number", "electronic_correction where number", "electronic_check where number",
				"mail_letter_file where (select subject_number from mail_letter where id = letter_id)",
				"mail_letter where subject_number", "recommendation_decision where recommendation_number",
				"recommendation_list where recommendation_number", "recommendation_member where recommendation_number",
				"recommendation where number", "draft_form where subject", "attachment_file where owner")) {
			this.database.sql("delete from " + table + " = :number").param("number", NUMBER).update();
		}
		this.database.sql("delete from organization_levels").update();
	}

	/** Runs what was put off until after the answer; timers wait for their day. */
	public void runJobs(String number) {
		for (List<Job> due = due(number); !due.isEmpty(); due = due(number)) {
			due.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		}
	}

	private List<Job> due(String number) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(instance(number))
			.messages()
			.list();
	}

	private String instance(String number) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId();
	}

}
