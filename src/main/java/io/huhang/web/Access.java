package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Problem;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Tasks;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;

import org.springframework.stereotype.Component;

/**
 * Who may see and do what on our own pages and in the task API. Everything else looks
 * missing.
 */
@Component
class Access {

	private final CaseApplications cases;

	private final Recommendations recommendations;

	private final Tasks tasks;

	private final Enterprises enterprises;

	Access(CaseApplications cases, Recommendations recommendations, Tasks tasks, Enterprises enterprises) {
		this.cases = cases;
		this.recommendations = recommendations;
		this.tasks = tasks;
		this.enterprises = enterprises;
	}

	/** The person's open task with one of these forms. */
	WorkItem task(String taskId, Person person, String... forms) {
		return this.tasks.find(taskId, person.id())
			.filter(item -> List.of(forms).contains(item.form()))
			.orElseThrow(MissingException::new);
	}

	/** What stands against this person submitting this case: its contact alone does. */
	List<Problem> submitter(String number, Person person) {
		return this.enterprises.submitterProblem(this.cases.get(number).uscc(), person.id(), "submitter")
			.stream()
			.toList();
	}

	/**
	 * The case, if the person belongs to its enterprise, its authority, or the ministry's
	 * side.
	 */
	CaseApplication readCase(String number, Person person) {
		return this.cases.find(number).filter(found -> mayRead(found, person)).orElseThrow(MissingException::new);
	}

	/**
	 * The recommendation, if the person belongs to its authority or the ministry's side.
	 */
	Recommendation readRecommendation(String number, Person person) {
		return this.recommendations.find(number)
			.filter(found -> sees(person, found.authority()))
			.orElseThrow(MissingException::new);
	}

	/** Whether the person may read a file of this case or recommendation. */
	boolean mayReadFilesOf(String owner, Person person) {
		return this.cases.find(owner).filter(found -> mayRead(found, person)).isPresent()
				|| this.recommendations.find(owner).filter(found -> sees(person, found.authority())).isPresent();
	}

	/** Refuses a page to everyone but these roles. */
	static void require(Person person, Role... roles) {
		if (!List.of(roles).contains(person.role())) {
			throw new MissingException();
		}
	}

	private static boolean mayRead(CaseApplication application, Person person) {
		return (person.role() == Role.APPLICANT && person.organization().equals(application.uscc()))
				|| sees(person, application.authority());
	}

	private static boolean sees(Person person, String authority) {
		return person.role().isLocal() ? person.organization().equals(authority) : seesAll(person.role());
	}

	// An administrator keeps accounts; the content of an application is none of its
	// business.
	private static boolean seesAll(Role role) {
		return switch (role) {
			case MIIT_OFFICER, MIIT_HEAD, MIIT_LEADER, COORDINATOR, AUDITOR -> true;
			default -> false;
		};
	}

}
