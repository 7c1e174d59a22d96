package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 终止联合推荐: the authority that leads a joint act gives it up before it has left, so that
 * both may recommend otherwise (通知二（二）: 可单独或联合推荐). Once a list was frozen its head alone
 * does.
 */
@Component
public class JointActs {

	private static final String CLAUSE = "通知二（二）";

	private static final int FEWEST_CHARS = 5;

	private static final int MOST_CHARS = 500;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Dispatches dispatches;

	private final Reopenings reopenings;

	private final People people;

	private final Announcements announcements;

	JointActs(Recommendations recommendations, RankedLists lists, Dispatches dispatches, Reopenings reopenings,
			People people, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.dispatches = dispatches;
		this.reopenings = reopenings;
		this.people = people;
		this.announcements = announcements;
	}

	/** Whether this is somebody of the leading authority who may have to do with it. */
	public boolean concerns(Recommendation act, Person person) {
		return act.isJoint() && person.organization().equals(act.authority())
				&& (person.role() == Role.OFFICER || person.role() == Role.HEAD);
	}

	/** Whether the act goes on and has not left. */
	public boolean isOpen(Recommendation act) {
		return act.isJoint() && act.live() && this.dispatches.find(act.number()).isEmpty()
				&& this.reopenings.open(act.number()).isEmpty();
	}

	/** Whether the head has to do it: there is a frozen list. */
	public boolean needsHead(Recommendation act) {
		return this.lists.find(act.number()).isPresent();
	}

	/**
	 * Gives the act up; both authorities are told.
	 * @throws RefusedException with everything that stands against it
	 */
	@Transactional
	public void giveUp(String number, String reason, String confirmed, Person person) {
		Recommendation act = this.recommendations.lock(number);
		List<Problem> problems = problems(act, reason.strip(), confirmed, person);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		List<Person> told = readers(act, person);
		this.announcements.tell("joint-act-given-up", number, "given-up", told,
				Map.of("reason", reason.strip(), "from", person.name()));
		this.recommendations.giveUp(number, reason.strip(), person.id());
	}

	private List<Problem> problems(Recommendation act, String reason, String confirmed, Person person) {
		List<Problem> problems = new ArrayList<>();
		if (!isOpen(act)) {
			problems.add(problem("act", "该联合推荐已报送、已逾期或者已终止，不能再终止，请刷新页面查看。"));
		}
		else if (needsHead(act) && person.role() != Role.HEAD) {
			problems.add(problem("act", "名单已经定稿提交，终止联合推荐须由本单位处室负责人办理。"));
		}
		int chars = reason.codePointCount(0, reason.length());
		if (chars < FEWEST_CHARS || chars > MOST_CHARS) {
			problems.add(problem("reason",
					"“终止理由”请填写%d至%d个字，现%d个字，联合推荐单位将看到这段文字。".formatted(FEWEST_CHARS, MOST_CHARS, chars)));
		}
		if (!"true".equals(confirmed)) {
			problems.add(problem("confirmed", "请确认终止：终止后本编号不再办理，已有的排序和会签不再使用。"));
		}
		return problems;
	}

	private List<Person> readers(Recommendation act, Person giver) {
		return act.authorities()
			.stream()
			.flatMap(authority -> List.of(Role.OFFICER, Role.HEAD, Role.LEADER)
				.stream()
				.flatMap(role -> this.people.with(role, authority).stream()))
			.filter(reader -> !reader.id().equals(giver.id()))
			.toList();
	}

	private static Problem problem(String field, String text) {
		return new Problem(field, text, CLAUSE);
	}

}
