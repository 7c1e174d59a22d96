package io.huhang;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.document.PaperCount;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicCorrection;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.electronic.PaperScans;
import io.huhang.organization.Person;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.process.RegionApplicationProcess;
import io.huhang.region.NameLists;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionApproval;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionDesk;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionElectronicReception;
import io.huhang.region.RegionElectronicSet;
import io.huhang.region.RegionEnding;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionRegistration;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.ApplicationContext;

/** Brings a region application to where a test begins, through the engine. */
public final class Regions {

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	public Regions(ApplicationContext product) {
		this.product = product;
		this.engine = product.getBean(ProcessEngine.class);
		this.drafts = product.getBean(Drafts.class);
		this.attachments = product.getBean(Attachments.class);
	}

	/** Opens an application of this officer's authority; answers its number. */
	public String open(Person officer, String direction, String mode) {
		Map<String, Object> answers = Map.of("direction", direction, "mode", mode, "privacyVersion",
				this.product.getBean(Campaign.class).privacyVersion());
		String[] number = new String[1];
		as(officer,
				() -> number[0] = this.engine.getRuntimeService()
					.startProcessInstanceByKey(RegionApplicationProcess.KEY, answers)
					.getBusinessKey());
		return number[0];
	}

	/**
	 * Types everything that annex 2 asks for, unless it is typed already, and hands it
	 * in.
	 */
	public void fillIn(String number, Person officer, RegionForms form) {
		type(number, officer, form);
		complete(number, officer, Map.of());
	}

	/** Types everything that annex 2 asks for, unless it is typed already. */
	public void type(String number, Person officer, RegionForms form) {
		if (this.drafts.find(number, RegionDesk.FORM).isEmpty()) {
			this.drafts.save(number, RegionDesk.FORM, 0, form.form(), officer.id());
			add(number, RegionDesk.PROOF, officer);
			NameLists lists = this.product.getBean(NameLists.class);
			RegionForms.CALL.lists()
				.forEach(kind -> lists.save(number, kind,
						new NameLists.Saved(0, RegionForms.list(kind, 3 * kind.counts().size())), officer.id()));
		}
	}

	/** Claims and completes the open task of this number. */
	public void complete(String number, Person person, Map<String, Object> answers) {
		complete(task(number), person, answers);
	}

	private void complete(Task task, Person person, Map<String, Object> answers) {
		this.engine.getTaskService().setAssignee(task.getId(), person.id());
		as(person, () -> this.engine.getFormService().submitTaskForm(task.getId(), answers));
	}

	/** Decides in a decision form. */
	public void decide(String number, Person person, String decision) {
		complete(number, person, Map.of("decision", decision, "reason", decision.equals("PASS") ? "" : "请补充监测预警的数据。"));
	}

	/** The leader decides online. */
	public void approve(String number, Person leader, String decision) {
		draft(number, RegionApprovals.form(revision(number), Way.ONLINE),
				new RegionApproval(decision, decision.equals("PASS") ? "" : "请补充监测预警的数据。", "", ""), leader);
		complete(number, leader, Map.of());
		runJobs(number);
	}

	/** Seals everything and sends it this way. */
	public void seal(String number, Person officer, String way) {
		tickSeals(number, officer, way);
		complete(number, officer, Map.of());
		runJobs(number);
	}

	/** Ticks everything that sealing asks for. */
	public void tickSeals(String number, Person officer, String way) {
		add(number, RegionDispatches.scanSlot(revision(number)), officer);
		// Blank pages carry no code: somebody has looked at them.
		List<String> doubts = this.product.getBean(PaperScans.class)
			.problems(this.product.getBean(RegionElectronicSet.class), number, List.of())
			.stream()
			.map(Problem::confirmation)
			.toList();
		draft(number, RegionDispatches.form(revision(number)),
				new RegionSealing("true", "true", "true", "2", way, "机要交换", "ZJ20241111002", "2024-11-11", doubts),
				officer);
	}

	/** The ministry's officer registers that all paper is there. */
	public void registerPaper(String number) {
		countPaper(number, CountedPaper.COMPLETE, UnaryOperator.identity());
		complete(number, RegionRegistration.FORM, Cast.MIIT_OFFICER, Map.of());
	}

	/** Drafts this outcome, and that everything is there but for this. */
	public void countPaper(String number, String outcome, UnaryOperator<PaperCount> lack) {
		RegionRegistration registration = this.product.getBean(RegionRegistration.class);
		List<PaperCount> counts = registration.items(number)
			.stream()
			.map(expected -> lack.apply(Papers.complete(expected.item())))
			.toList();
		draft(number, registration.form(number),
				new CountedPaper(outcome, registration.draft(number).receivedOn(), counts, ""), Cast.MIIT_OFFICER);
	}

	/** The coordinator finds that everything agrees but these, by key. */
	public void compare(String number, Map<String, String> differences) {
		new Comparisons(this.product.getBean(ElectronicComparisons.class),
				this.product.getBean(RegionElectronicSet.class), this.drafts)
			.differs(number, differences);
		complete(number, RegionElectronicReception.COMPARISON, Cast.COORDINATOR, Map.of());
	}

	/** The authority's officer corrects the electronic set, or says why it stays. */
	public void correct(String number, Person officer, String remark) {
		ElectronicCorrections corrections = this.product.getBean(ElectronicCorrections.class);
		RegionElectronicSet set = this.product.getBean(RegionElectronicSet.class);
		List<String> doubts = Stream
			.concat(corrections.draft(number).confirmations().stream(),
					corrections.check(set, number).stream().map(Problem::confirmation))
			.toList();
		draft(number, corrections.form(number), new ElectronicCorrection(remark, doubts), officer);
		complete(number, RegionElectronicReception.CORRECTION, officer, Map.of());
		runJobs(number);
	}

	/** The authority's officer sends what was missing. */
	public void supplyPaper(String number, Person officer) {
		draft(number, this.product.getBean(PaperSupplements.class).form(number),
				new PaperSupplement("机要交换", "ZJ20241111003", "2024-11-11", "已补盖。"), officer);
		complete(number, PaperSupplements.FORM, officer, Map.of());
	}

	/** Completes one of several open tasks. */
	public void complete(String number, String step, Person person, Map<String, Object> answers) {
		complete(this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number)
			.taskDefinitionKey(step)
			.singleResult(), person, answers);
	}

	/** Saves a draft over whatever is there. */
	public void draft(String number, String form, Object content, Person person) {
		int version = this.drafts.find(number, form).map(Draft::version).orElse(0);
		this.drafts.save(number, form, version, content, person.id());
	}

	/** The one open task. */
	public Task task(String number) {
		return this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult();
	}

	/** Number of the newest revision. */
	public int revision(String number) {
		return this.product.getBean(RegionRevisions.class).newest(number);
	}

	/** Runs what was put off until after the answer; timers wait for their day. */
	public void runJobs(String number) {
		this.product.getBean(Cases.class).runJobs(number);
	}

	/** Ends every application, so that the next test may open one. */
	public void endAll() {
		this.product.getBean(Cases.class).endAll();
		RegionApplications applications = this.product.getBean(RegionApplications.class);
		applications.all()
			.forEach(found -> applications.close(found.number(), RegionEnding.WITHDRAWN, "the test is over", "system"));
	}

	private void add(String number, String slot, Person person) {
		this.attachments.add(number, slot, "样例.pdf", new ByteArrayInputStream(SampleFiles.pdf(1)), person.id());
	}

	private void as(Person person, Runnable work) {
		this.product.getBean(Cases.class).as(person, work);
	}

}
