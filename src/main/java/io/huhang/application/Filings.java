package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TransactionMemory;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sealed applications as handed in: which revision, with which scan, when. */
@Repository
public class Filings {

	/** The form whose draft tells the seals. */
	public static final String FORM = "submitSealedCase";

	private final JdbcClient jdbc;

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Drafts drafts;

	private final SealedScans scans;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Lateness lateness;

	private final Clock clock;

	Filings(JdbcClient jdbc, CaseApplications cases, Revisions revisions, Drafts drafts, SealedScans scans,
			AuditTrail audit, TransactionMemory memory, Lateness lateness, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.revisions = revisions;
		this.drafts = drafts;
		this.scans = scans;
		this.audit = audit;
		this.memory = memory;
		this.lateness = lateness;
		this.clock = clock;
	}

	/**
	 * Slot of the sealed scan of a revision: the scan of an older revision never passes
	 * for a newer one.
	 */
	public static String scanSlot(int revision) {
		return "sealed-scan-r" + revision;
	}

	/** The draft form of a revision's sealing, so that revision 2 begins with no tick. */
	public static String form(int revision) {
		return FORM + "-r" + revision;
	}

	/** What the applicant has ticked so far for the newest revision. */
	public Sealing sealing(String number) {
		return sealing(number, this.revisions.newest(number));
	}

	private Sealing sealing(String number, int revision) {
		return this.drafts.read(number, form(revision), Sealing.class, Sealing.empty());
	}

	/**
	 * Everything that stands against filing the newest revision now.
	 * @param closing the first instant that is too late
	 */
	public List<Problem> check(String number, Instant closing) {
		int revision = this.revisions.newest(number);
		Sealing sealing = sealing(number, revision);
		return sealing.isRevising() ? List.of()
				: check(sealing, this.scans.of(number, revision), number, revision, closing);
	}

	private List<Problem> check(Sealing sealing, List<StoredFile> scans, String number, int revision, Instant closing) {
		List<Problem> problems = new ArrayList<>();
		if (this.lateness.isLate(closing)) {
			problems.add(new Problem("choice", "申报已于%s截止（服务器时间%s），不能再提交。".formatted(ChineseDates.deadline(closing),
					ChineseDates.minute(this.clock.instant())), "通知二（三）"));
		}
		this.scans.check(scans, number, revision)
			.stream()
			.filter(problem -> problem.blocks() || !sealing.confirmations().contains(problem.confirmation()))
			.forEach(problems::add);
		requireTick(problems, "coverSeal", sealing.coverSeal(), "请确认封面已加盖申报单位公章。", "附件1 封面");
		requireTick(problems, "declarationSeal", sealing.declarationSeal(), "请确认“五、真实性承诺”处已加盖申报单位公章。", "附件1 五、真实性承诺");
		requireTick(problems, "signature", sealing.signature(), "请确认“五、真实性承诺”处已由法定代表人（分支机构为负责人）签章。", "附件1 五、真实性承诺");
		requireTick(problems, "pagingSeal", sealing.pagingSeal(), "请确认申报材料（含附件）已加盖骑缝章。", "附件1 填表须知三");
		requireTick(problems, "truthful", sealing.truthful(), "请勾选真实性承诺。", "附件1 五、真实性承诺");
		return problems;
	}

	/**
	 * Hands the newest revision in, or does nothing where the applicant goes back to the
	 * form. The clock is read after the lock: this transaction, not a timer, decides what
	 * is late.
	 * @throws RefusedException if something is missing or it is too late
	 */
	@Transactional
	public void file(String number, Instant closing, String userId) {
		this.cases.lock(number);
		int revision = this.revisions.newest(number);
		Sealing sealing = sealing(number, revision);
		if (sealing.isRevising()) {
			return;
		}
		List<StoredFile> scans = this.scans.of(number, revision);
		List<Problem> problems = check(sealing, scans, number, revision, closing);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		insert(number, revision, sealing, this.scans.whole(scans, number, revision).id(), userId);
		this.audit.record(userId, "case.file", number + "/" + revision);
	}

	/** When the newest revision was filed; empty if it was not. */
	public Optional<Instant> filedAt(String number) {
		return this.memory.once("filed/" + number,
				() -> this.jdbc
					.sql("select filed_at from application_filing where case_number = :number and revision ="
							+ " (select max(revision) from application_revision where case_number = :number)")
					.param("number", number)
					.query((row, index) -> row.getObject("filed_at", OffsetDateTime.class).toInstant())
					.optional());
	}

	/** The sealed scan of the newest revision. */
	public Optional<StoredFile> scan(String number) {
		return this.scans.find(number, this.revisions.newest(number));
	}

	/**
	 * The newest revision that was handed in, with its time and person; empty if none
	 * was.
	 */
	public Optional<Filed> filed(String number) {
		return this.jdbc
			.sql("select revision, filed_at, filed_by from application_filing where case_number = :number"
					+ " order by revision desc fetch first 1 rows only")
			.param("number", number)
			.query((row, index) -> new Filed(row.getInt("revision"),
					row.getObject("filed_at", OffsetDateTime.class).toInstant(), row.getString("filed_by"),
					this.scans.find(number, row.getInt("revision")).orElseThrow()))
			.optional();
	}

	/** What the 回执 tells: which revision, when and by whom, with which scan. */
	public record Filed(int revision, Instant at, String by, StoredFile scan) {
	}

	private void insert(String number, int revision, Sealing sealing, UUID scan, String userId) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.memory.remember("filed/" + number, Optional.of(now));
		this.jdbc
			.sql("insert into application_filing (case_number, revision, scan_id, content, filed_at, filed_by)"
					+ " values (:number, :revision, :scan, :content, :now, :user)")
			.param("number", number)
			.param("revision", revision)
			.param("scan", scan)
			.param("content", this.drafts.write(sealing))
			.param("now", now.atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
	}

	private static void requireTick(List<Problem> problems, String field, String tick, String text, String clause) {
		if (!"true".equals(tick)) {
			problems.add(new Problem(field, text, clause));
		}
	}

}
