package io.huhang.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Arrivals.Arrival;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办结接收 (通知二（四）): from then on it is known what takes part. Paper comes by post, so the
 * bureau closes by hand, some time behind the deadline.
 */
@Repository
public class Reception {

	/** The form whose draft closes the reception. */
	public static final String FORM = "closeReception";

	private static final String CLAUSE = "通知二（四）";

	private static final int LONGEST_REMARK = 2000;

	private final JdbcClient jdbc;

	private final Arrivals arrivals;

	private final Subjects subjects;

	private final Recommendations recommendations;

	private final Dispatches dispatches;

	private final ClosingDates closingDates;

	private final Drafts drafts;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	Reception(JdbcClient jdbc, Arrivals arrivals, Subjects subjects, Recommendations recommendations,
			Dispatches dispatches, ClosingDates closingDates, Drafts drafts, Campaign campaign, AuditTrail audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.arrivals = arrivals;
		this.subjects = subjects;
		this.recommendations = recommendations;
		this.dispatches = dispatches;
		this.closingDates = closingDates;
		this.drafts = drafts;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/** Opens what is closed later; the row is what everybody locks. */
	public void open() {
		this.jdbc.sql("insert into evaluation_reception (campaign_id) values (:id)")
			.param("id", this.campaign.id())
			.update();
	}

	/**
	 * Holds the row until the transaction ends: the last evaluation that ends and the
	 * gateway that asks for it cannot miss each other.
	 */
	public void lock() {
		this.jdbc.sql("select campaign_id from evaluation_reception where campaign_id = :id for update")
			.param("id", this.campaign.id())
			.query(String.class)
			.optional();
	}

	/** When the reception was closed; empty before that. */
	public Optional<Instant> closedAt() {
		return this.jdbc.sql("select closed_at from evaluation_reception where closed_at is not null")
			.query((row, index) -> row.getObject("closed_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	/** What has been typed so far. */
	public ReceptionClosing draft() {
		return this.drafts.read(this.campaign.id(), FORM, ReceptionClosing.class, ReceptionClosing.empty());
	}

	/** Everything that stands against closing the reception as drafted. */
	public List<Problem> check() {
		List<Arrival> all = this.arrivals.all();
		ReceptionClosing typed = draft();
		List<Problem> problems = new ArrayList<>();
		open(this.clock.instant()).forEach(text -> problems.add(new Problem("arrivals", text, "通知二（三）")));
		if (all.stream().noneMatch(Arrival::isComplete)) {
			problems.add(new Problem("arrivals", "还没有签收齐全的材料，不能办结接收。", CLAUSE));
		}
		String missing = all.stream()
			.filter(arrival -> !arrival.isComplete())
			.map(arrival -> "%s（%s，缺%s）".formatted(arrival.sender(), arrival.source(), arrival.missing()))
			.collect(Collectors.joining("；"));
		if (!missing.isEmpty() && !typed.isConfirmed()) {
			problems.add(new Problem("confirmed", "尚未签收齐全：%s。办结后须另行批准逾期接收才能进入评审，请核对后勾选确认。".formatted(missing), CLAUSE));
		}
		if (typed.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "说明超过%d字，请删减。".formatted(LONGEST_REMARK), CLAUSE));
		}
		return problems;
	}

	// Who was given a later date must not find the door closed before it.
	private Stream<String> open(Instant now) {
		return this.recommendations.all()
			.stream()
			.filter(Recommendation::live)
			.filter(list -> this.dispatches.departure(list.number()).isEmpty())
			.filter(list -> this.closingDates.ofRecommendation(list.number()).isAfter(now))
			.map(list -> "推荐%s的报送截止时间是%s，尚未截止，不能办结接收。".formatted(list.number(),
					ChineseDates.deadline(this.closingDates.ofRecommendation(list.number()))));
	}

	/**
	 * Closes the reception and takes in what is complete.
	 * @throws RefusedException if something stands against it, or it was closed before
	 */
	@Transactional
	public void close(String userId) {
		lock();
		List<Problem> problems = closedAt().isPresent() ? List.of(new Problem("arrivals", "接收已经办结，请刷新页面查看。", CLAUSE))
				: check();
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.jdbc
			.sql("update evaluation_reception set closed_at = :now, closed_by = :user, remark = :remark"
					+ " where campaign_id = :id")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.param("remark", draft().remark())
			.param("id", this.campaign.id())
			.update();
		this.arrivals.all().stream().filter(Arrival::isComplete).forEach(this::take);
		this.audit.record(userId, "evaluation.close-reception", this.campaign.id());
	}

	/** Takes in what this arrival brings and does not take part yet. */
	void take(Arrival arrival) {
		arrival.subjects()
			.stream()
			.filter(number -> this.subjects.find(number).isEmpty())
			.forEach(number -> this.subjects.take(number, arrival.source()));
	}

}
