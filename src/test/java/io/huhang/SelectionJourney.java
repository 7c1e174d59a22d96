package io.huhang;

import java.util.List;
import java.util.Map;

import io.huhang.campaign.Campaign;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.ReceptionClosing;
import io.huhang.organization.Person;
import io.huhang.process.CampaignProcess;
import io.huhang.process.EvaluationProcess;
import io.huhang.process.SelectionProcess;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Received cases on their way through the selection, a step at a time. */
public final class SelectionJourney {

	/** The user tasks, in this order. */
	public static final List<String> STEPS = List.of("closeReception", "prepareFormalities", "checkFormalities",
			"correctFormalities", "confirmRefusal");

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final String campaignId;

	private final Map<String, Person> officers;

	/**
	 * Begins the selection.
	 * @param officers who answers a 补正, by the number of the case
	 */
	public SelectionJourney(ApplicationContext product, Map<String, Person> officers) {
		this.product = product;
		this.engine = product.getBean(ProcessEngine.class);
		this.campaignId = product.getBean(Campaign.class).id();
		this.officers = officers;
		product.getBean(TransactionOperations.class)
			.executeWithoutResult(status -> product.getBean(CampaignProcess.class).recordDeadline(this.campaignId));
	}

	/** The open task of this step, of this case where each has its own. */
	public Task task(String step, String number) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKeyIn(this.campaignId, number + "-PS")
			.taskDefinitionKey(step)
			.singleResult();
	}

	/** Goes on until this step is open everywhere. */
	public void advanceTo(String step) {
		for (String number : this.officers.keySet()) {
			while (task(step, number) == null) {
				takeNext(number);
			}
		}
	}

	private void takeNext(String number) {
		String step = STEPS.stream().filter(each -> task(each, number) != null).findFirst().orElseThrow();
		switch (step) {
			case "closeReception" -> {
				draft(this.campaignId, Reception.FORM, new ReceptionClosing("true", ""), Cast.MIIT_OFFICER);
				complete(task(step, number), Cast.MIIT_OFFICER);
				runJobs();
			}
			case "prepareFormalities" -> say(number, Step.PREPARE, "PASS", Cast.COORDINATOR);
			case "checkFormalities" -> say(number, Step.CHECK,
					this.product.getBean(Formalities.class).isCorrected(number) ? "REFUSE" : "CORRECT",
					Cast.MIIT_OFFICER);
			case "correctFormalities" -> say(number, Step.CORRECT, "", this.officers.get(number));
			default -> throw new IllegalArgumentException(step);
		}
	}

	private void say(String number, Step step, String decision, Person person) {
		draft(number, this.product.getBean(Formalities.class).form(number, step),
				new Opinion(decision, "SEAL", "骑缝章不全。", Map.of()), person);
		complete(task(step.form(), number), person);
	}

	private void draft(String subject, String form, Object content, Person person) {
		Drafts drafts = this.product.getBean(Drafts.class);
		int version = drafts.find(subject, form).map(Draft::version).orElse(0);
		drafts.save(subject, form, version, content, person.id());
	}

	private void complete(Task task, Person person) {
		this.engine.getTaskService().setAssignee(task.getId(), person.id());
		this.product.getBean(Cases.class).as(person, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private void runJobs() {
		for (String process : List.of(SelectionProcess.KEY, EvaluationProcess.KEY)) {
			this.engine.getManagementService()
				.createJobQuery()
				.processDefinitionKey(process)
				.messages()
				.list()
				.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		}
	}

}
