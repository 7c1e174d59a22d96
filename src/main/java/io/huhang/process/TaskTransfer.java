package io.huhang.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListOwnWork;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.Transfers;
import io.huhang.recommendation.Transfers.Handing;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转办: hands an open task of a case or a list to a colleague of the same level of the same
 * authority. The level is whom the diagram offers the task to, so that merged levels
 * count as one; officers, to whom an approval is offered so that they record paper, are
 * one of their own.
 */
@Component
public class TaskTransfer {

	private static final String CLAUSE = "系统规则";

	private static final int LONGEST_REASON = 500;

	private static final Map<String, Step> CASE_STEPS = Map.of("preCheckCase", Step.PRE_CHECK, "checkCase", Step.CHECK,
			"reviewCase", Step.REVIEW);

	private static final Map<String, ListDecisions.Step> LIST_STEPS = Map.of("reviewRanking", ListDecisions.Step.REVIEW,
			"commentRanking", ListDecisions.Step.COMMENT, "consentRanking", ListDecisions.Step.CONSENT,
			"approveRecommendation", ListDecisions.Step.APPROVE);

	private static final List<String> TASKS = Stream
		.of(CASE_STEPS.keySet(), LIST_STEPS.keySet(), Set.of("rankCases", "sealRecommendation"))
		.flatMap(Set::stream)
		.toList();

	private final TaskService tasks;

	private final CaseApplications cases;

	private final Recommendations recommendations;

	private final CaseReviews caseReviews;

	private final ListOwnWork ownWork;

	private final Transfers transfers;

	private final People people;

	TaskTransfer(TaskService tasks, CaseApplications cases, Recommendations recommendations, CaseReviews caseReviews,
			ListOwnWork ownWork, Transfers transfers, People people) {
		this.tasks = tasks;
		this.cases = cases;
		this.recommendations = recommendations;
		this.caseReviews = caseReviews;
		this.ownWork = ownWork;
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
	 * The open task of this case or list that this person has claimed or may claim, or
	 * empty.
	 */
	public Optional<Offer> offer(String number, Person person) {
		return task(number, person).map(task -> new Offer(task.getId(), label(task),
				colleagues(task, person).stream().filter(one -> mayDecide(task, number, one)).toList()));
	}

	/**
	 * Hands the case's open task over.
	 * @throws RefusedException with everything that is wrong, each at its field
	 */
	@Transactional
	public void hand(CaseApplication application, String colleagueId, String reason, Person person) {
		this.cases.lock(application.number());
		this.transfers.record(handed(application.number(), colleagueId, reason, person), application);
	}

	/**
	 * Hands the list's open task over.
	 * @throws RefusedException with everything that is wrong, each at its field
	 */
	@Transactional
	public void hand(Recommendation recommendation, String colleagueId, String reason, Person person) {
		this.recommendations.lock(recommendation.number());
		this.transfers.record(handed(recommendation.number(), colleagueId, reason, person), recommendation);
	}

	private Handing handed(String number, String colleagueId, String reason, Person person) {
		Task task = task(number, person).orElseThrow(TaskTransfer::gone);
		List<Problem> problems = new ArrayList<>(reasonProblems(reason.strip()));
		Optional<Person> colleague = colleagues(task, person).stream()
			.filter(one -> one.id().equals(colleagueId))
			.findFirst();
		if (colleague.isEmpty()) {
			problems.add(0, new Problem("colleague",
					colleagueId.equals(person.id()) ? "不能转办给本人，请选择其他同级人员。" : "请选择本单位在用的同级人员：不能转办给其他层级、其他单位或已停用的人员。",
					CLAUSE));
		}
		else if (!mayDecide(task, number, colleague.get())) {
			problems.add(0, new Problem("colleague",
					"%s已在另一层级对本版材料作出决定，不能再办理，请选择其他人员。".formatted(colleague.get().name()), "通知二（二）"));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		assign(task, colleague.get());
		return new Handing(task.getId(), label(task), person, colleague.get(), reason.strip());
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

	private Optional<Task> task(String number, Person person) {
		return !person.role().isLocal() ? Optional.empty()
				: this.tasks.createTaskQuery()
					.active()
					.processInstanceBusinessKey(number)
					.taskDefinitionKeyIn(TASKS.toArray(String[]::new))
					.or()
					.taskAssignee(person.id())
					.taskCandidateGroupIn(person.groups())
					.endOr()
					.initializeFormKeys()
					.list()
					.stream()
					.findFirst();
	}

	// Whoever could have claimed it, and would do the same with it.
	private List<Person> colleagues(Task task, Person person) {
		List<String> level = this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.toList();
		return this.people.of(person.organization())
			.stream()
			.filter(one -> !one.id().equals(person.id()))
			.filter(one -> (one.role() == Role.OFFICER) == (person.role() == Role.OFFICER))
			.filter(one -> one.groups().stream().anyMatch(level::contains))
			.toList();
	}

	private boolean mayDecide(Task task, String number, Person person) {
		Step caseStep = CASE_STEPS.get(task.getTaskDefinitionKey());
		if (caseStep != null) {
			return this.caseReviews.objection(number, caseStep, person.id()).isEmpty();
		}
		ListDecisions.Step listStep = LIST_STEPS.get(task.getTaskDefinitionKey());
		// Who ranked the list may well record what a leader signed on paper.
		boolean records = listStep == ListDecisions.Step.APPROVE && person.role() == Role.OFFICER;
		return listStep == null || records || this.ownWork.objection(number, listStep, person.id()).isEmpty();
	}

	private static String label(Task task) {
		return task.getName().split(TaskTitles.SEPARATOR)[0];
	}

}
