package io.huhang;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicCorrection;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListElectronicSet;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.PaperRegistration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.ApplicationContext;

/** One case of one enterprise on its way from 申报 to 报送, a step at a time. */
public final class Journey {

	/** The user tasks, in this order. */
	public static final List<String> STEPS = List.of("fillCaseApplication", "preCheckCase", "submitSealedCase",
			"checkCase", "reviewCase", "rankCases", "reviewRanking", "approveRecommendation", "sealRecommendation",
			"registerCasePaper", "supplyPaper", "confirmElectronicSet", "correctElectronicSet");

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final Party party;

	private final CaseForms form;

	private String caseNumber;

	private String listNumber;

	/** Who walks: an enterprise's person and those of its authority. */
	public record Party(Person applicant, Person officer, Person head, Person leader) {
	}

	private Journey(ApplicationContext product, Party party, CaseForms form) {
		this.product = product;
		this.engine = product.getBean(ProcessEngine.class);
		this.party = party;
		this.form = form;
	}

	/** Opens a case with this form, which is drafted but not handed in. */
	public static Journey begin(ApplicationContext product, Party party, CaseForms form) {
		Journey journey = new Journey(product, party,
				form.with("unifiedCode", party.applicant().organization())
					.with("unitName", product.getBean(Enterprises.class).get(party.applicant().organization()).name())
					.with("preCheckWanted", "true"));
		journey.open();
		return journey;
	}

	public String caseNumber() {
		return this.caseNumber;
	}

	/** Number of the recommendation; that of the case until there is one. */
	public String listNumber() {
		return (this.listNumber != null) ? this.listNumber : this.caseNumber;
	}

	/** The open task of this step. */
	public Task task(String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKeyIn(this.caseNumber, listNumber())
			.taskDefinitionKey(step)
			.singleResult();
	}

	/** A file of the case; answers its id. */
	public String attach() {
		return add(this.caseNumber, Revisions.EVIDENCE, "证明材料.png", SampleFiles.picture("png"), this.party.applicant());
	}

	/** Does what this step asks for, so that the next task is open. */
	public void take(String step) {
		switch (step) {
			case "fillCaseApplication" -> complete(step, this.party.applicant());
			case "preCheckCase" -> decide(step, this.party.officer());
			case "checkCase" -> {
				this.product.getBean(Cases.class).score(this.caseNumber);
				decide(step, this.party.officer());
			}
			case "submitSealedCase" -> seal();
			case "reviewCase" -> {
				decide(step, this.party.head());
				openList();
			}
			case "rankCases" -> complete(step, this.party.officer());
			case "reviewRanking" -> decide(step, this.party.head());
			case "approveRecommendation" -> approve();
			case "sealRecommendation" -> sealList();
			case "registerCasePaper" -> missPaper();
			case "supplyPaper" -> supplyPaper();
			case "confirmElectronicSet" -> compare();
			case "correctElectronicSet" -> correct();
			default -> throw new IllegalArgumentException(step);
		}
		runJobs();
	}

	/** Does the next step. */
	public void takeNext() {
		take(STEPS.stream().filter(step -> task(step) != null).findFirst().orElseThrow());
	}

	private void open() {
		Map<String, Object> answers = Map.of("authority", this.party.officer().organization(), "direction", "D1",
				"privacyVersion", this.product.getBean(Campaign.class).privacyVersion());
		as(this.party.applicant(),
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseApplicationProcess.KEY, answers));
		this.caseNumber = this.product.getBean(CaseApplications.class)
			.live(this.party.applicant().organization())
			.orElseThrow()
			.number();
		this.product.getBean(Drafts.class)
			.save(this.caseNumber, Revisions.FORM, 0, this.form.provenBy(attach()).form(), this.party.applicant().id());
	}

	private void seal() {
		Drafts drafts = this.product.getBean(Drafts.class);
		drafts.save(this.caseNumber, Filings.form(1), 0, Cases.sealing(), this.party.applicant().id());
		add(this.caseNumber, Filings.scanSlot(1), "盖章扫描件.pdf", SampleFiles.pdf(1), this.party.applicant());
		complete("submitSealedCase", this.party.applicant());
	}

	private void openList() {
		as(this.party.officer(),
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		this.listNumber = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(CaseRecommendationProcess.KEY)
			.variableValueEquals("authority", this.party.officer().organization())
			.singleResult()
			.getBusinessKey();
	}

	private void approve() {
		this.product.getBean(Drafts.class)
			.save(this.listNumber, ListApprovals.form(1, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
					this.party.leader().id());
		complete("approveRecommendation", this.party.leader());
	}

	private void sealList() {
		add(this.listNumber, Dispatches.letterSlot(1), "报送函盖章.pdf", SampleFiles.pdf(1), this.party.officer());
		add(this.listNumber, Dispatches.annex3Slot(1), "附件3盖章.pdf", SampleFiles.pdf(2), this.party.officer());
		add(this.listNumber, Dispatches.coverSlot(this.caseNumber, 1), "封面.pdf", SampleFiles.pdf(3),
				this.party.officer());
		this.product.getBean(Drafts.class)
			.save(this.listNumber, Dispatches.form(1), 0,
					new ListSealing("浙经信网安〔2024〕12号", "2024-11-11", "true", "", "2",
							List.of(new ListSealing.Cover(this.caseNumber, "true", "", "2")), "机要交换", "ZJ20241111001",
							"2024-11-11", doubts()),
					this.party.officer().id());
		complete("sealRecommendation", this.party.officer());
	}

	// Blank pages carry no code: somebody has looked at them.
	private List<String> doubts() {
		return this.product.getBean(Dispatches.class)
			.check(this.listNumber)
			.stream()
			.map(Problem::confirmation)
			.filter(confirmation -> !confirmation.isEmpty())
			.toList();
	}

	private void missPaper() {
		papers().missing(this.listNumber, Papers.lacking("1"));
		complete("registerCasePaper", Cast.MIIT_OFFICER);
	}

	// What comes of it is complete.
	private void supplyPaper() {
		this.product.getBean(Drafts.class)
			.save(this.listNumber, this.product.getBean(PaperSupplements.class).form(this.listNumber), 0,
					new PaperSupplement("机要交换", "ZJ20241111002", "2024-11-11", ""), this.party.officer().id());
		complete("supplyPaper", this.party.officer());
		papers().complete(this.listNumber, "");
		complete("registerCasePaper", Cast.MIIT_OFFICER);
	}

	// The first time something differs.
	private void compare() {
		Comparisons comparisons = new Comparisons(this.product.getBean(ElectronicComparisons.class),
				this.product.getBean(ListElectronicSet.class), this.product.getBean(Drafts.class));
		if (this.product.getBean(ElectronicChecks.class).of(this.listNumber).isEmpty()) {
			comparisons.differs(this.listNumber, Map.of(this.caseNumber, "封面扫描件不清晰。"));
		}
		else {
			comparisons.same(this.listNumber);
		}
		complete("confirmElectronicSet", Cast.COORDINATOR);
	}

	private void correct() {
		ElectronicCorrections corrections = this.product.getBean(ElectronicCorrections.class);
		List<String> doubts = corrections.check(this.product.getBean(ListElectronicSet.class), this.listNumber)
			.stream()
			.map(Problem::confirmation)
			.toList();
		this.product.getBean(Drafts.class)
			.save(this.listNumber, corrections.form(this.listNumber), 0, new ElectronicCorrection("原件如此。", doubts),
					this.party.officer().id());
		complete("correctElectronicSet", this.party.officer());
	}

	private Papers papers() {
		return new Papers(this.product.getBean(PaperRegistration.class), this.product.getBean(Drafts.class));
	}

	private String add(String number, String slot, String name, byte[] content, Person person) {
		return this.product.getBean(Attachments.class)
			.add(number, slot, name, new ByteArrayInputStream(content), person.id())
			.id()
			.toString();
	}

	private void decide(String step, Person person) {
		submit(step, person, Map.of("decision", "PASS", "reason", ""));
	}

	private void complete(String step, Person person) {
		submit(step, person, Map.of());
	}

	private void submit(String step, Person person, Map<String, Object> answers) {
		Task task = task(step);
		this.engine.getTaskService().setAssignee(task.getId(), person.id());
		as(person, () -> {
			this.engine.getFormService().submitTaskForm(task.getId(), answers);
		});
	}

	private void as(Person person, Runnable work) {
		this.product.getBean(Cases.class).as(person, work);
	}

	/**
	 * Runs what was put off until after the answer, which is due now; timers wait for
	 * their day.
	 */
	public void runJobs() {
		for (List<Job> due = due(); !due.isEmpty(); due = due()) {
			due.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		}
	}

	private List<Job> due() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.list()
			.stream()
			.filter(instance -> List.of(this.caseNumber, listNumber()).contains(instance.getBusinessKey()))
			.map(ProcessInstance::getId)
			.flatMap(id -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(id)
				.messages()
				.list()
				.stream())
			.toList();
	}

}
