package io.huhang.region;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Parcel;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.electronic.PaperScans;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sealed region applications: sent away alone, or waiting for the list (C17). */
@Repository
public class RegionDispatches {

	/** The form whose draft tells the seals. */
	public static final String FORM = "sealRegionApplication";

	/** How the slots of scans of sealed applications begin. */
	public static final String SCAN = "region-scan";

	private static final String CLAUSE = "通知二（三）";

	private final JdbcClient jdbc;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final Drafts drafts;

	private final RegionElectronicSet set;

	private final PaperScans scans;

	private final Campaign campaign;

	private final CampaignDates dates;

	private final Lateness lateness;

	private final AuditTrail audit;

	private final Clock clock;

	RegionDispatches(JdbcClient jdbc, RegionApplications applications, RegionRevisions revisions, Drafts drafts,
			RegionElectronicSet set, PaperScans scans, Campaign campaign, CampaignDates dates, Lateness lateness,
			AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.applications = applications;
		this.revisions = revisions;
		this.drafts = drafts;
		this.set = set;
		this.scans = scans;
		this.campaign = campaign;
		this.dates = dates;
		this.lateness = lateness;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A sealed application.
	 *
	 * @param listNumber the recommendation that it goes along with; empty where it goes
	 * alone
	 * @param leftAt when it left; empty while it waits for the list
	 */
	public record Dispatch(int revision, RegionSealing sealing, String listNumber, String sealedBy, Instant sealedAt,
			Optional<Instant> leftAt) {

		/** Whether it leaves with a list. */
		public boolean goesAlong() {
			return !this.listNumber.isEmpty();
		}

		/** How the paper left; empty while it waits for the list. */
		public Optional<Parcel> parcel() {
			return this.leftAt.map(left -> this.sealing.parcel());
		}

	}

	/** The draft form of a revision's sealing, so that a new one begins with no tick. */
	public static String form(int revision) {
		return FORM + "-v" + revision;
	}

	/** Slot of the scan of the sealed application. */
	public static String scanSlot(int revision) {
		return SCAN + "-v" + revision;
	}

	/** What the officer has ticked so far for the newest revision. */
	public RegionSealing sealing(String number) {
		return this.drafts.read(number, form(newest(number)), RegionSealing.class, RegionSealing.empty());
	}

	/**
	 * Everything that stands against sealing the newest revision now.
	 * @param list the recommendation that it could go along with
	 */
	public List<Problem> check(String number, Optional<String> list) {
		RegionSealing sealing = sealing(number);
		List<Problem> problems = new ArrayList<>(timeProblems(number));
		problems.addAll(new SealingCheck(this.applications.get(number).isJoint(), this.set.scan(number).isPresent(),
				this.campaign.paperCopies(), list.isPresent())
			.problems(sealing));
		problems.addAll(this.scans.problems(this.set, number, sealing.confirmations()));
		if (RegionSealing.ALONE.equals(sealing.way())) {
			problems.addAll(sealing.parcel().problems(LocalDate.now(this.clock)));
		}
		return problems;
	}

	private List<Problem> timeProblems(String number) {
		Instant closing = this.dates.deadline(this.applications.get(number).authority());
		Instant now = this.clock.instant();
		return !this.lateness.isLate(closing) ? List.of()
				: List.of(new Problem("dispatchedOn",
						"报送已于%s截止（服务器时间%s），不能再报送。".formatted(ChineseDates.deadline(closing), ChineseDates.minute(now)),
						CLAUSE));
	}

	/**
	 * Records the seals, and that the newest revision has left or waits for the list. The
	 * clock is read after the lock: this transaction decides what is late.
	 * @param list the recommendation that it could go along with
	 * @throws RefusedException if something is missing or it is too late
	 */
	@Transactional
	public void seal(String number, Optional<String> list, String userId) {
		this.applications.lock(number);
		List<Problem> problems = check(number, list);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		RegionSealing sealing = sealing(number);
		OffsetDateTime now = now();
		this.jdbc
			.sql("insert into region_dispatch (region_number, revision, content, list_number, sealed_at, sealed_by,"
					+ " left_at) values (:number, :revision, :content, :list, :now, :user, :left)")
			.param("number", number)
			.param("revision", newest(number))
			.param("content", this.drafts.write(sealing))
			.param("list", sealing.goesAlong() ? list.orElseThrow() : "")
			.param("now", now)
			.param("user", userId)
			.param("left", sealing.goesAlong() ? null : now, Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
		this.audit.record(userId, "region.dispatch", number);
	}

	/** How this application was sealed and sent; empty before it was sealed. */
	public Optional<Dispatch> find(String number) {
		return this.jdbc
			.sql("select revision, content, list_number, sealed_by, sealed_at, left_at from region_dispatch"
					+ " where region_number = :number")
			.param("number", number)
			.query((row, index) -> new Dispatch(row.getInt("revision"),
					this.drafts.parse(row.getString("content"), RegionSealing.class), row.getString("list_number"),
					row.getString("sealed_by"), row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
					Optional.ofNullable(row.getObject("left_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant)))
			.optional();
	}

	/** Whether its paper has left the authority. */
	public boolean hasLeft(String number) {
		return find(number).flatMap(Dispatch::leftAt).isPresent();
	}

	/** Numbers of the applications that go along with this list, by number. */
	public List<String> with(String listNumber) {
		return this.jdbc
			.sql("select region_number from region_dispatch where list_number = :list order by region_number")
			.param("list", listNumber)
			.query(String.class)
			.list();
	}

	/** The list has left, and with it this application. */
	@Transactional
	public void leave(String number, Parcel parcel) {
		this.applications.lock(number);
		RegionSealing sealing = find(number).orElseThrow().sealing().leftIn(parcel);
		this.jdbc.sql("update region_dispatch set content = :content, left_at = :now where region_number = :number")
			.param("content", this.drafts.write(sealing))
			.param("now", now())
			.param("number", number)
			.update();
	}

	/**
	 * Takes a sealed application out of the list's material, to be sent another way.
	 * @throws RefusedException if it does not wait for a list
	 */
	@Transactional
	public void takeBack(String number, String userId) {
		this.applications.lock(number);
		int waiting = this.jdbc.sql("delete from region_dispatch where region_number = :number and left_at is null")
			.param("number", number)
			.update();
		if (waiting == 0) {
			throw new RefusedException("way", "本申报不在等待随案例推荐材料寄送的环节，请刷新页面查看当前环节。", CLAUSE);
		}
		this.audit.record(userId, "region.take-back", number);
	}

	private int newest(String number) {
		return this.revisions.latest(number).orElseThrow().revision();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
