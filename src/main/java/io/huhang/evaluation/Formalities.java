package io.huhang.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 形式审查 (通知二（四）, C24): prepared by the coordinator, decided by the bureau's officer; 补正
 * once, 不予受理 with the head's agreement.
 */
@Repository
public class Formalities {

	private final JdbcClient jdbc;

	private final Subjects subjects;

	private final FormalityRules rules;

	private final FormalityLetters letters;

	private final FormalityCall call;

	private final WorkingCalendar calendar;

	private final Drafts drafts;

	private final AuditTrail audit;

	private final Clock clock;

	Formalities(JdbcClient jdbc, Subjects subjects, FormalityRules rules, FormalityLetters letters, FormalityCall call,
			WorkingCalendar calendar, Drafts drafts, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.subjects = subjects;
		this.rules = rules;
		this.letters = letters;
		this.call = call;
		this.calendar = calendar;
		this.drafts = drafts;
		this.audit = audit;
		this.clock = clock;
	}

	/** Slot of the files that come with the answer to a 补正, each time anew. */
	public static String slot(Subject subject) {
		return "formality-material-r" + subject.round();
	}

	/** Every step that was completed, in all rounds, the oldest first. */
	public List<Formality> of(String number) {
		return this.jdbc
			.sql("select round, step, content, decided_by, decided_at from evaluation_formality"
					+ " where number = :number order by decided_at")
			.param("number", number)
			.query(this::formality)
			.list();
	}

	private Formality formality(ResultSet row, int index) throws SQLException {
		return new Formality(row.getInt("round"), Step.valueOf(row.getString("step")),
				this.drafts.parse(row.getString("content"), Opinion.class), row.getString("decided_by"),
				row.getObject("decided_at", OffsetDateTime.class).toInstant());
	}

	/** The steps of the present round. */
	List<Formality> present(Subject subject) {
		return of(subject.number()).stream().filter(one -> one.round() == subject.round()).toList();
	}

	/** The draft form of a step: what was typed before it came again is over. */
	public String form(String number, Step step) {
		Subject subject = this.subjects.get(number);
		return "%s-r%d-%d".formatted(step.form(), subject.round(), present(subject).size());
	}

	/** What has been typed so far. */
	public Opinion draft(String number, Step step) {
		return this.drafts.read(number, form(number, step), Opinion.class, Opinion.empty());
	}

	/** Everything that stands against completing this step as drafted. */
	public List<Problem> check(String number, Step step) {
		return this.rules.check(step, draft(number, step), isCorrected(number));
	}

	/** What the coordinator has noted at the lines of the sheet, this time. */
	public Map<String, String> notes(String number) {
		return newest(number, Step.PREPARE).map(one -> one.opinion().remarks()).orElse(Map.of());
	}

	/** Whether a 补正 has been asked for in this round: it is asked once. */
	public boolean isCorrected(String number) {
		return present(this.subjects.get(number)).stream()
			.anyMatch(one -> one.step() == Step.CHECK && one.opinion().is(Opinion.CORRECT));
	}

	/**
	 * Completes a step as drafted, and tells whom it concerns.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public void complete(String taskId, String number, Step step, String userId) {
		Subject subject = this.subjects.get(number);
		List<Problem> problems = check(number, step);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		Opinion opinion = draft(number, step);
		this.jdbc
			.sql("insert into evaluation_formality (task_id, number, round, step, content, decided_by, decided_at)"
					+ " values (:task, :number, :round, :step, :content, :user, :now)")
			.param("task", taskId)
			.param("number", number)
			.param("round", subject.round())
			.param("step", step.name())
			.param("content", this.drafts.write(opinion))
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "evaluation." + step.name().toLowerCase(Locale.ROOT), number);
		if (step == Step.CHECK && opinion.is(Opinion.CORRECT)) {
			this.letters.askForCorrection(subject, taskId, opinion.reason(), correctionDue(number));
		}
	}

	/** Whether the officer asks for 补正. */
	public boolean correctionNeeded(String number) {
		return concluded(number, Step.CHECK, Opinion.CORRECT);
	}

	/** Whether the officer would not accept it. */
	public boolean refused(String number) {
		return concluded(number, Step.CHECK, Opinion.REFUSE);
	}

	/** Whether the head does not agree to refusing it. */
	public boolean refusalReturned(String number) {
		return concluded(number, Step.CONFIRM, Opinion.RETURN);
	}

	private boolean concluded(String number, Step step, String decision) {
		return newest(number, step).filter(one -> one.opinion().is(decision)).isPresent();
	}

	private Optional<Formality> newest(String number, Step step) {
		return present(this.subjects.get(number)).stream()
			.filter(one -> one.step() == step)
			.reduce((first, last) -> last);
	}

	/** Tells why it was not accepted. */
	public void tellRefused(String number) {
		Opinion opinion = newest(number, Step.CHECK).orElseThrow().opinion();
		this.letters.tellRefused(this.subjects.get(number),
				this.call.refusal(opinion.code()).map(FormalityCall.Refusal::label).orElse(opinion.code()) + "。"
						+ opinion.reason());
	}

	/** Groups that a 补正 is offered to. */
	public List<String> recommenders(String number) {
		return this.letters.senders(this.subjects.get(number))
			.stream()
			.map(authority -> authority + "-officer")
			.toList();
	}

	/** Until when the coordinator should have prepared it, which comes now. */
	public Instant preparationDue() {
		return after(this.call.preparationLimit());
	}

	/** Until when the officer should have decided, who gets it now. */
	public Instant checkDue() {
		return after(this.call.checkLimit());
	}

	/** Until when what was asked for has to come, counted from that decision. */
	public Instant correctionDue(String number) {
		LocalDate asked = newest(number, Step.CHECK).map(Formality::at)
			.orElseGet(this.clock::instant)
			.atZone(Campaign.ZONE)
			.toLocalDate();
		return endOf(this.calendar.plus(asked, this.call.correctionLimit()));
	}

	private Instant after(int workingDays) {
		return endOf(this.calendar.plus(LocalDate.now(this.clock), workingDays));
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(Campaign.ZONE).toInstant();
	}

}
