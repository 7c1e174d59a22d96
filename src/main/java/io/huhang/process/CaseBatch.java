package io.huhang.process;

import java.util.Map;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.audit.Command;
import io.huhang.audit.Commands;
import io.huhang.audit.Commands.Done;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.process.engine.EngineCommands;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 批量复核: a head agrees to several cases, each in a transaction of its own, so that one
 * that is refused holds up no other. Sent twice, it is answered twice and done once: each
 * completion is known by its task, as in Tasklist.
 */
@Component
public class CaseBatch {

	private static final Logger log = LoggerFactory.getLogger(CaseBatch.class);

	private static final String STEP = "reviewCase";

	private static final Map<String, String> ANSWERS = Map.of("decision", Verdict.PASS, "reason", "");

	private final Tasks tasks;

	private final TaskService taskService;

	private final FormService forms;

	private final IdentityService identity;

	private final Commands commands;

	private final TransactionTemplate transaction;

	CaseBatch(Tasks tasks, TaskService taskService, FormService forms, IdentityService identity, Commands commands,
			TransactionTemplate transaction) {
		this.tasks = tasks;
		this.taskService = taskService;
		this.forms = forms;
		this.identity = identity;
		this.commands = commands;
		this.transaction = transaction;
	}

	/** What became of one case. */
	public record Outcome(String number, boolean passed, String text) {
	}

	/**
	 * Agrees to this case, whose open task the person had before its eyes. Not within a
	 * transaction.
	 */
	public Outcome pass(String number, String taskId, Person person) {
		Command command = EngineCommands.completion(taskId, person.id(), ANSWERS);
		Optional<Done> done = this.commands.find(command.key());
		if (done.isPresent()) {
			return done.get().command().equals(command) ? passed(number) : gone(number);
		}
		boolean open = this.tasks.find(taskId, person.id())
			.filter(item -> item.form().equals(STEP) && item.number().equals(number))
			.isPresent();
		return open ? complete(number, taskId, person) : gone(number);
	}

	private Outcome complete(String number, String taskId, Person person) {
		try {
			this.transaction.executeWithoutResult(status -> complete(taskId, person));
			return passed(number);
		}
		catch (RefusedException | FormFieldValidationException | BadUserRequestException ex) {
			return new Outcome(number, false, ex.getMessage());
		}
		catch (ProcessEngineException | DataAccessException ex) {
			log.warn("batch review not done number={} task={}", number, taskId, ex);
			return new Outcome(number, false, "同一事项正在处理，未办理，请稍后重试。");
		}
	}

	private void complete(String taskId, Person person) {
		this.identity.setAuthentication(person.id(), person.groups());
		try {
			if (this.taskService.createTaskQuery().taskId(taskId).singleResult().getAssignee() == null) {
				this.taskService.claim(taskId, person.id());
			}
			this.forms.submitTaskForm(taskId, Map.copyOf(ANSWERS));
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private static Outcome passed(String number) {
		return new Outcome(number, true, "已同意，进入推荐排序。");
	}

	private static Outcome gone(String number) {
		return new Outcome(number, false, "该待办已办结、已转办或已由他人领取，本次未办理，请刷新页面后核对。");
	}

}
