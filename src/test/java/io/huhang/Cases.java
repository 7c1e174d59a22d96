package io.huhang;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.application.Sealing;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.recommendation.CaseCheck;
import io.huhang.recommendation.CaseChecks;
import io.huhang.recommendation.CheckSheet;
import io.huhang.recommendation.Correction;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.boot.test.context.TestComponent;

import static org.awaitility.Awaitility.await;

/** Brings cases of {@link Cast} to where a test begins, and ends them after it. */
@TestComponent
public class Cases {

	private final ProcessEngine engine;

	private final Campaign campaign;

	private final CaseApplications applications;

	private final Drafts drafts;

	private final Attachments attachments;

	Cases(ProcessEngine engine, Campaign campaign, CaseApplications applications, Drafts drafts,
			Attachments attachments) {
		this.engine = engine;
		this.campaign = campaign;
		this.applications = applications;
		this.drafts = drafts;
		this.attachments = attachments;
	}

	/** What the start form sends. */
	public Map<String, Object> start() {
		return Map.of("authority", Cast.AUTHORITY, "direction", "D1", "privacyVersion", this.campaign.privacyVersion());
	}

	/** A case at fillCaseApplication; answers its number. */
	public String begin(Person applicant) {
		as(applicant,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseApplicationProcess.KEY, start()));
		return this.applications.live(applicant.organization()).orElseThrow().number();
	}

	/** The case of {@link Cast#APPLICANT_A}, filled in and at preCheckCase. */
	public String handInForPreCheck() {
		return handInForPreCheck(Cast.APPLICANT_A, CaseForms.aCase());
	}

	private String handInForPreCheck(Person applicant, CaseForms form) {
		String number = begin(applicant);
		fillIn(number, applicant, form);
		as(applicant, () -> this.engine.getTaskService().complete(task(number).getId()));
		return number;
	}

	/**
	 * The case of {@link Cast#APPLICANT_A} at submitSealedCase, everything ticked and
	 * scanned.
	 */
	public String sealed() {
		return sealed(Cast.APPLICANT_A, CaseForms.aCase());
	}

	/** The same of this applicant with its form. */
	public String sealed(Person applicant, CaseForms form) {
		String number = handInForPreCheck(applicant, form);
		Task preCheck = task(number);
		as(Cast.OFFICER, () -> {
			this.engine.getTaskService().claim(preCheck.getId(), Cast.OFFICER.id());
			this.engine.getTaskService().complete(preCheck.getId(), Map.of("decision", "PASS", "reason", ""));
		});
		runJobs(number);
		this.drafts.save(number, Filings.form(1), 0, sealing(), applicant.id());
		this.attachments.add(number, Filings.scanSlot(1), "盖章扫描件.pdf", new ByteArrayInputStream(SampleFiles.pdf(1)),
				applicant.id());
		return number;
	}

	/**
	 * Does what was put off until after an answer; timers wait for their day.
	 */
	public void runJobs(String number) {
		for (List<Job> due = messages(number); !due.isEmpty(); due = messages(number)) {
			due.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		}
	}

	private List<Job> messages(String number) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.flatMap(instance -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.messages()
				.list()
				.stream())
			.toList();
	}

	/** Fills in everything and wants a pre-check. */
	public void fillIn(String number, Person person) {
		fillIn(number, person, CaseForms.aCase());
	}

	private void fillIn(String number, Person person, CaseForms form) {
		this.drafts.save(number, Revisions.FORM, 0,
				form.with("preCheckWanted", "true").provenBy(attach(number, person)).form(), person.id());
	}

	/** A piece of evidence; answers its id. */
	public String attach(String number, Person person) {
		byte[] picture = SampleFiles.picture("png");
		return this.attachments
			.add(number, Revisions.EVIDENCE, "证明材料.png", new ByteArrayInputStream(picture), person.id())
			.id()
			.toString();
	}

	/**
	 * Everything ticked, for a scan of one or two pages that its applicant has looked at.
	 */
	public static Sealing sealing() {
		return new Sealing(Sealing.FILE, "true", "true", "true", "true", "true",
				List.of("scan-pages/1", "scan-pages/2", "scan-code/1", "scan-code/2"));
	}

	/**
	 * Ticks one field of the first revision for a correction, before the case goes back.
	 */
	public void tick(String number, String task) {
		this.drafts.save(number, CaseChecks.form(task, 1), 0,
				new CaseCheck("RETURN", "", List.of(new Correction("results", "请补充数据。"))), Cast.OFFICER.id());
	}

	/** Scores the first revision, as a pass needs it, unless the check is drafted. */
	public void score(String number) {
		String form = CaseChecks.form(CaseChecks.CHECK, 1);
		if (this.drafts.find(number, form).isEmpty()) {
			this.drafts.save(number, form, 0, scored(), Cast.OFFICER.id());
		}
	}

	/** A check that passes with 86 points. */
	public static CaseCheck scored() {
		Map<String, String> scores = Map.of("FAIR", "18", "JUST", "17", "OPEN", "16", "BEST", "35");
		return new CaseCheck("PASS", "", List.of(), new CheckSheet(scores, "监测覆盖面广，处置及时。"));
	}

	/** The one open task of a case. */
	public Task task(String number) {
		return this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult();
	}

	/** Ends every case and list, so that the next test may begin one. */
	public void endAll() {
		this.engine.getIdentityService().clearAuthentication();
		// What a closed window had asked for may still be worked on.
		await().ignoreException(OptimisticLockingException.class).until(() -> {
			this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.rootProcessInstances()
				.list()
				.stream()
				.filter(instance -> !this.campaign.id().equals(instance.getBusinessKey()))
				.forEach(this::end);
			return true;
		});
	}

	private void end(ProcessInstance instance) {
		this.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over");
		this.applications.close(instance.getBusinessKey());
	}

	/** Runs this as the engine sees a request of this person. */
	public void as(Person person, Runnable work) {
		this.engine.getIdentityService().setAuthentication(person.id(), person.groups());
		try {
			work.run();
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

}
