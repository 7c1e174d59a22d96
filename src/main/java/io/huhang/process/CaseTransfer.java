package io.huhang.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.Transfers;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转办: hands an open task of a case to a colleague of the same level of the same
 * authority. The level is whom the diagram offers the task to, so that merged levels
 * count as one.
 */
@Component
public class CaseTransfer {

	private static final String CLAUSE = "系统规则";

	private static final int LONGEST_REASON = 500;

	private static final Map<String, Step> STEPS = Map.of("preCheckCase", Step.PRE_CHECK, "checkCase", Step.CHECK,
			"reviewCase", Step.REVIEW);

	private final TaskService tasks;

	private final CaseApplications cases;

	private final CaseReviews caseReviews;

	private final Transfers transfers;

	private final People people;

	CaseTransfer(TaskService tasks, CaseApplications cases, CaseReviews caseReviews, Transfers transfers,
			People people) {
		this.tasks = tasks;
		this.cases = cases;
		this.caseReviews = caseReviews;
		this.transfers = transfers;
		this.people = people;
	}

	/**
	 * A task that a person may hand over.
	 *
	 * @param colleagues who may get it
	 */
	public record Offer(String taskId, String label, List<Person> colleagues) {
	}

	/**
	 * The open task of this case that this person has claimed or may claim, or empty.
	 */
	public Optional<Offer> offer(String caseNumber, Person person) {
		return task(caseNumber, person).map(task -> new Offer(task.getId(), label(task),
				colleagues(task, person).stream().filter(one -> mayDecide(task, caseNumber, one)).toList()));
	}

	/**
	 * Hands the case's open task over.
	 * @throws RefusedException with everything that is wrong, each at its field
	 */
	@Transactional
	public void hand(String caseNumber, String colleagueId, String reason, Person person) {
		CaseApplication application = this.cases.lock(caseNumber);
		Task task = task(caseNumber, person).orElseThrow(CaseTransfer::gone);
		List<Problem> problems = new ArrayList<>(reasonProblems(reason.strip()));
		Optional<Person> colleague = colleagues(task, person).stream()
			.filter(one -> one.id().equals(colleagueId))
			.findFirst();
		if (colleague.isEmpty()) {
			problems.add(0, new Problem("colleague",
					colleagueId.equals(person.id()) ? "不能转办给本人，请选择其他同级人员。" : "请选择本单位在用的同级人员：不能转办给其他层级、其他单位或已停用的人员。",
					CLAUSE));
		}
		else if (!mayDecide(task, caseNumber, colleague.get())) {
			problems.add(0, new Problem("colleague",
					"%s已在另一层级对本版材料作出决定，不能再办理，请选择其他人员。".formatted(colleague.get().name()), "通知二（二）"));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		assign(task, colleague.get());
		this.transfers.record(task.getId(), application, label(task), person, colleague.get(), reason.strip());
	}

	private void assign(Task task, Person colleague) {
		try {
			this.tasks.setAssignee(task.getId(), colleague.id());
		}
		catch (OptimisticLockingException ex) {
			throw gone();
		}
	}

	private static RefusedException gone() {
		return new RefusedException("task", "该待办已办结、已转办或已由他人领取，请刷新页面后再办理。", CLAUSE);
	}

	private static List<Problem> reasonProblems(String reason) {
		if (reason.isEmpty()) {
			return List.of(new Problem("reason", "请填写转办理由，接办人将看到这段文字。", CLAUSE));
		}
		return (reason.length() <= LONGEST_REASON) ? List.of() : List
			.of(new Problem("reason", "转办理由现%d字，超过%d字，请删减。".formatted(reason.length(), LONGEST_REASON), CLAUSE));
	}

	private Optional<Task> task(String caseNumber, Person person) {
		return !person.role().isLocal() ? Optional.empty()
				: this.tasks.createTaskQuery()
					.active()
					.processInstanceBusinessKey(caseNumber)
					.taskDefinitionKeyIn(STEPS.keySet().toArray(String[]::new))
					.or()
					.taskAssignee(person.id())
					.taskCandidateGroupIn(person.groups())
					.endOr()
					.initializeFormKeys()
					.list()
					.stream()
					.findFirst();
	}

	// Whoever could have claimed it.
	private List<Person> colleagues(Task task, Person person) {
		List<String> level = this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.toList();
		return this.people.of(person.organization())
			.stream()
			.filter(one -> !one.id().equals(person.id()))
			.filter(one -> one.groups().stream().anyMatch(level::contains))
			.toList();
	}

	private boolean mayDecide(Task task, String caseNumber, Person person) {
		return this.caseReviews.objection(caseNumber, STEPS.get(task.getTaskDefinitionKey()), person.id()).isEmpty();
	}

	private static String label(Task task) {
		return task.getName().split(TaskTitles.SEPARATOR)[0];
	}

}
