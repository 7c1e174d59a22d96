package io.huhang.web;

import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.process.Tasks;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Colleagues of one enterprise take its open task over from each other. */
@Controller
class ColleagueTask {

	private final Access access;

	private final Tasks tasks;

	private final People people;

	ColleagueTask(Access access, Tasks tasks, People people) {
		this.access = access;
		this.tasks = tasks;
		this.people = people;
	}

	/**
	 * The enterprise's open task as its people see it.
	 *
	 * @param holder who has it claimed; empty for nobody
	 */
	record View(String taskId, String label, String holder, boolean mine) {
	}

	/** The open task of this case for this person, or null. */
	View of(String number, Person person) {
		return this.tasks.shared(number, person)
			.map(task -> new View(task.taskId(), task.label(),
					task.assignee().flatMap(this.people::find).map(Person::name).orElse(""),
					task.assignee().map(person.id()::equals).orElse(false)))
			.orElse(null);
	}

	/** The name of the colleague who has this case's open task claimed, or empty. */
	String holder(String number, Person person) {
		View task = of(number, person);
		return (task == null || task.mine()) ? "" : task.holder();
	}

	@PostMapping("/cases/{number}/task")
	String takeOver(@PathVariable String number, Person person) {
		this.access.readCase(number, person);
		String taskId = this.tasks.takeOver(number, person).orElseThrow(MissingException::new);
		return "redirect:/camunda/app/tasklist/default/#/?task=" + taskId;
	}

}
