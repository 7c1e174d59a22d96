package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Numbers;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TransactionMemory;
import io.huhang.organization.Authorities;
import io.huhang.organization.Enterprise;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All 典型案例 of the campaign. */
@Repository
public class CaseApplications {

	private static final String SELECT = "select number, authority, uscc, applicant, direction, case_name, unit_name,"
			+ " opened_at, live_key from application_case ";

	static final RowMapper<CaseApplication> ROW = (row, index) -> new CaseApplication(row.getString("number"),
			row.getString("authority"), row.getString("uscc"), row.getString("applicant"), row.getString("direction"),
			row.getString("case_name"), row.getString("unit_name"),
			row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("live_key") != null);

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final OpeningRules rules;

	private final Numbers numbers;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	CaseApplications(JdbcClient jdbc, Campaign campaign, Authorities authorities, Numbers numbers, AuditTrail audit,
			TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.rules = new OpeningRules(campaign, authorities, clock);
		this.numbers = numbers;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * Checks everything that stands against opening an application, before anything is
	 * written (R11, R12).
	 * @param closing the first instant that is too late for a first filing
	 * @throws RefusedException with every problem at once
	 */
	public void checkOpening(Opening opening, Enterprise enterprise, Instant closing) {
		List<Problem> problems = this.rules.check(opening, allLive(enterprise.uscc()), closing);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	/**
	 * Opens an application and gives it its number; the unique key settles two
	 * simultaneous ones.
	 */
	@Transactional
	public CaseApplication open(Opening opening, Enterprise enterprise, String applicant, Instant closing) {
		queue(enterprise.uscc());
		checkOpening(opening, enterprise, closing);
		String code = opening.authority().substring(0, 6);
		String number = "%s-AL-%s-%04d".formatted(this.campaign.numberPrefix(), code, this.numbers.next("AL-" + code));
		CaseApplication opened = new CaseApplication(number, opening.authority(), enterprise.uscc(), applicant,
				opening.direction(), "", enterprise.name(), this.clock.instant().truncatedTo(ChronoUnit.MICROS), true);
		try {
			insert(opened, opening.privacyVersion());
		}
		catch (DuplicateKeyException ex) {
			throw new RefusedException("direction", "贵单位已有在办申报，由另一窗口刚刚发起。每个申报主体只能申报1个方向，请继续办理原申报。", "通知二（一）");
		}
		this.audit.record(applicant, "case.open", number);
		this.memory.remember("case/" + number, opened);
		return opened;
	}

	/**
	 * Where an enterprise may have several cases, no unique key can say that all are in
	 * one direction: until the transaction ends, nobody else opens or freezes one of its
	 * cases.
	 */
	void queue(String uscc) {
		if (this.campaign.severalCases()) {
			this.numbers.next("OF-" + uscc);
		}
	}

	private void insert(CaseApplication opened, String privacyVersion) {
		this.jdbc
			.sql("insert into application_case (number, campaign, authority, uscc, applicant, direction,"
					+ " privacy_version, case_name, unit_name, opened_at, live_key) values (:number, :campaign,"
					+ " :authority, :uscc, :applicant, :direction, :privacy, '', :unit, :now, :live)")
			.param("number", opened.number())
			.param("campaign", this.campaign.id())
			.param("authority", opened.authority())
			.param("uscc", opened.uscc())
			.param("applicant", opened.applicant())
			.param("direction", opened.direction())
			.param("privacy", privacyVersion)
			.param("unit", opened.unitName())
			.param("now", opened.openedAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("live", liveKey(opened.uscc(), opened.number()))
			.update();
	}

	/**
	 * The application of this number.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public CaseApplication get(String number) {
		return this.memory.once("case/" + number,
				() -> this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).single());
	}

	/** The application of this number, or empty. */
	public Optional<CaseApplication> find(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).optional();
	}

	/** The applications of these numbers, in the order of their numbers, read at once. */
	public List<CaseApplication> all(Collection<String> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + "where number in (:numbers) order by number")
					.param("numbers", numbers)
					.query(ROW)
					.list();
	}

	/** The keys of the authorities that have live cases. */
	public List<String> authorities() {
		return this.jdbc
			.sql("select distinct authority from application_case where live_key is not null order by authority")
			.query(String.class)
			.list();
	}

	private String liveKey(String uscc, String number) {
		String ofEnterprise = this.campaign.id() + "/" + uscc;
		return this.campaign.severalCases() ? ofEnterprise + "/" + number : ofEnterprise;
	}

	/**
	 * The enterprise's live application of this campaign, the newest if there are
	 * several.
	 */
	public Optional<CaseApplication> live(String uscc) {
		return allLive(uscc).stream().findFirst();
	}

	/** The enterprise's other live applications of this campaign. */
	List<CaseApplication> besides(CaseApplication application) {
		return this.campaign.severalCases() ? allLive(application.uscc()).stream()
			.filter(other -> !other.number().equals(application.number()))
			.toList() : List.of();
	}

	private List<CaseApplication> allLive(String uscc) {
		return this.jdbc
			.sql(SELECT + "where uscc = :uscc and campaign = :campaign and live_key is not null"
					+ " order by opened_at desc, number desc")
			.param("uscc", uscc)
			.param("campaign", this.campaign.id())
			.query(ROW)
			.list();
	}

	/** All applications of this enterprise, the newest first. */
	public List<CaseApplication> of(String uscc) {
		return this.jdbc.sql(SELECT + "where uscc = :uscc order by opened_at desc, number desc")
			.param("uscc", uscc)
			.query(ROW)
			.list();
	}

	/**
	 * Locks the application until the transaction ends: one decision at a time. Locking
	 * again in the same transaction costs nothing.
	 */
	public CaseApplication lock(String number) {
		this.memory.once("lock/" + number, () -> {
			this.memory.forget();
			CaseApplication locked = this.jdbc.sql(SELECT + "where number = :number for update")
				.param("number", number)
				.query(ROW)
				.single();
			this.memory.remember("case/" + number, locked);
			return true;
		});
		return get(number);
	}

	/** Locks these applications, always in the order of their numbers. */
	public List<CaseApplication> lockAll(Collection<String> numbers) {
		this.memory.forget();
		List<CaseApplication> locked = numbers.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + "where number in (:numbers) order by number for update")
					.param("numbers", numbers)
					.query(ROW)
					.list();
		locked.forEach(application -> {
			this.memory.remember("case/" + application.number(), application);
			this.memory.remember("lock/" + application.number(), true);
		});
		return locked;
	}

	/** Keeps what lists show in step with the form. */
	public void entitle(String number, String caseName, String direction) {
		this.memory.remember("case/" + number, get(number).entitled(caseName, direction));
		this.jdbc.sql("update application_case set case_name = :name, direction = :direction where number = :number")
			.param("name", caseName)
			.param("direction", direction)
			.param("number", number)
			.update();
	}

	/** Keeps the categories that the table of cases filters by. */
	void classify(String number, List<String> categories) {
		this.jdbc.sql("update application_case set categories = :categories where number = :number")
			.param("categories", CaseList.marks(categories))
			.param("number", number)
			.update();
	}

	/** When the application ended; empty while it lives. */
	public Optional<Instant> closedAt(String number) {
		return this.jdbc.sql("select closed_at from application_case where number = :number and closed_at is not null")
			.param("number", number)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** Ends an application for good; its enterprise may then open another in time. */
	public void close(String number) {
		this.memory.forget("case/" + number);
		int closed = this.jdbc
			.sql("update application_case set live_key = null, closed_at = :now where number = :number"
					+ " and closed_at is null")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("number", number)
			.update();
		if (closed == 1) {
			this.audit.record("system", "case.close", number);
		}
	}

	/** Ends these applications for good, at once; whoever asks has locked them. */
	public void closeAll(Collection<CaseApplication> locked) {
		List<CaseApplication> open = locked.stream().filter(CaseApplication::live).toList();
		List<String> numbers = open.stream().map(CaseApplication::number).toList();
		if (!numbers.isEmpty()) {
			open.forEach(ended -> this.memory.remember("case/" + ended.number(), ended.closed()));
			this.jdbc.sql("update application_case set live_key = null, closed_at = :now where number in (:numbers)")
				.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
				.param("numbers", numbers)
				.update();
			this.audit.recordAll("system", "case.close", numbers);
		}
	}

	/**
	 * What the start form asks.
	 *
	 * @param authority key of the receiving authority
	 * @param direction code of the direction
	 * @param privacyVersion the version of the privacy notice that the person agreed to
	 */
	public record Opening(String authority, String direction, String privacyVersion) {
	}

}
