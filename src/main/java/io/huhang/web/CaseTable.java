package io.huhang.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseList;
import io.huhang.application.CaseList.Filter;
import io.huhang.application.CaseList.Listed;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.process.CaseStates;
import io.huhang.process.CaseStates.State;
import io.huhang.process.Tasks;
import io.huhang.recommendation.CheckSheets;

import org.springframework.stereotype.Component;

/**
 * All cases that a person may know of, with where each stands and who has it: a handful
 * of questions to the database, however many cases there are.
 */
@Component
class CaseTable {

	private static final int UNSCORED = -1;

	private static final List<String> FLOW = List.of("填写申报书", "网上预审", "盖章后提交", "审核", "复核", "等待推荐", "等待遴选");

	private final CaseList cases;

	private final CaseStates states;

	private final CheckSheets sheets;

	private final People people;

	private final Authorities authorities;

	private final Tasks tasks;

	private final Campaign campaign;

	CaseTable(CaseList cases, CaseStates states, CheckSheets sheets, People people, Authorities authorities,
			Tasks tasks, Campaign campaign) {
		this.cases = cases;
		this.states = states;
		this.sheets = sheets;
		this.people = people;
		this.authorities = authorities;
		this.tasks = tasks;
		this.campaign = campaign;
	}

	/**
	 * One case.
	 *
	 * @param taskId of the open task if this person may work on it, else empty
	 * @param step of that task in the diagram
	 */
	record Row(String number, String caseName, String unitName, String direction, String authorityName, String state,
			String holder, Instant filedAt, int score, String taskId, String step) {

		/** When it was handed in; empty before that. */
		String filedText() {
			return this.filedAt.equals(Instant.EPOCH) ? "" : ChineseDates.minute(this.filedAt);
		}

		/** The sum of its newest check; empty for none. */
		String scoreText() {
			return (this.score == UNSCORED) ? "" : Integer.toString(this.score);
		}

		/** Whether this person may review it here. */
		public boolean isReviewable() {
			return this.step.equals("reviewCase");
		}

		/** The case and its task, as the batch names them. */
		public String pick() {
			return this.number + "/" + this.taskId;
		}

		/** Whether this person may hand its task to a colleague. */
		public boolean isTransferable() {
			return !this.taskId.isEmpty();
		}

	}

	/**
	 * What was found.
	 *
	 * @param counts how many there are in each state, whichever state was asked for
	 */
	record Found(List<Row> rows, Map<String, Integer> counts, List<CaseColumn> columns) {

		/** In all states together. */
		public int total() {
			return this.counts.values().stream().mapToInt(Integer::intValue).sum();
		}

	}

	/** The columns that this person sees: scores are for the authority itself. */
	static List<CaseColumn> columns(Person person) {
		CaseColumn hidden = person.role().isLocal() ? CaseColumn.AUTHORITY : CaseColumn.SCORE;
		return List.of(CaseColumn.values()).stream().filter(column -> column != hidden).toList();
	}

	/** Everything that this person asks for and may know of, sorted. */
	Found find(CaseQuery query, Person person) {
		String authority = person.role().isLocal() ? person.organization() : query.authority();
		List<Listed> listed = this.cases.find(new Filter(query.q(), authority, query.direction(), query.category()));
		Map<String, State> where = this.states.of(listed.stream().map(one -> one.application().number()).toList());
		List<Row> rows = rows(
				listed.stream().filter(one -> holds(where.get(one.application().number()), query)).toList(), where,
				person);
		Map<String, Integer> counts = counts(rows);
		List<CaseColumn> columns = columns(person);
		CaseColumn sorted = columns.contains(query.column()) ? query.column() : CaseColumn.NUMBER;
		return new Found(rows.stream()
			.filter(row -> query.state().isEmpty() || row.state().equals(query.state()))
			.sorted(sorted.order(query.isDescending()))
			.toList(), counts, columns);
	}

	private static boolean holds(State state, CaseQuery query) {
		return switch (query.holder()) {
			case "" -> true;
			case CaseQuery.NOBODY -> !state.taskId().isEmpty() && state.assignee().isEmpty();
			default -> state.assignee().equals(Optional.of(query.holder()));
		};
	}

	private List<Row> rows(List<Listed> listed, Map<String, State> where, Person person) {
		Map<String, String> names = this.people.names(holders(where.values()));
		Map<String, Integer> scores = person.role().isLocal() ? this.sheets.totals(person.organization()) : Map.of();
		Set<String> mine = person.role().isLocal() ? this.tasks.openFor(person.id(), person.groups()) : Set.of();
		Map<String, String> authorityNames = this.authorities.all()
			.stream()
			.collect(Collectors.toMap(Authority::key, Authority::name));
		return listed.stream().map(one -> {
			CaseApplication found = one.application();
			State state = where.get(found.number());
			boolean open = mine.contains(state.taskId());
			return new Row(found.number(), found.caseName().isBlank() ? "（未命名案例）" : found.caseName(), found.unitName(),
					this.campaign.direction(found.direction()).orElseThrow().name(),
					authorityNames.get(found.authority()), state.label(), holder(state, names),
					one.filedAt().orElse(Instant.EPOCH), scores.getOrDefault(found.number(), UNSCORED),
					open ? state.taskId() : "", open ? state.step() : "");
		}).toList();
	}

	private static Set<String> holders(Collection<State> states) {
		return states.stream().map(State::assignee).flatMap(Optional::stream).collect(Collectors.toSet());
	}

	private static String holder(State state, Map<String, String> names) {
		return switch (state.step()) {
			case "" -> "";
			case "fillCaseApplication", "submitSealedCase" -> "申报单位";
			default -> state.assignee().map(names::get).filter(Objects::nonNull).orElse("待领取");
		};
	}

	// In the order of the diagram, then the ends.
	private static Map<String, Integer> counts(List<Row> rows) {
		Map<String, Integer> counts = new TreeMap<>((one, other) -> {
			int byFlow = Integer.compare(place(one), place(other));
			return (byFlow != 0) ? byFlow : one.compareTo(other);
		});
		rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
		return counts;
	}

	private static int place(String state) {
		return FLOW.contains(state) ? FLOW.indexOf(state) : FLOW.size();
	}

}
