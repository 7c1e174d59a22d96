package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.electronic.PaperScans;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sealed lists as sent away: only then the package leaves. */
@Repository
public class Dispatches {

	/** The form whose draft tells the seals. */
	public static final String FORM = "sealRecommendation";

	/** How the slots of scans of the sealed 报送函 begin. */
	public static final String LETTER_SCAN = "letter-scan";

	/** How the slots of scans of the sealed annex 3 begin. */
	public static final String ANNEX3_SCAN = "annex3-scan";

	/** How the slots of scans of sealed covers begin. */
	public static final String COVER_SCAN = "cover-scan";

	private static final String CLAUSE = "通知二（三）";

	private final JdbcClient jdbc;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListSealings sealings;

	private final Revisions revisions;

	private final CoveringLetterCheck letter;

	private final ListElectronicSet set;

	private final PaperScans scans;

	private final ClosingDates closingDates;

	private final WithdrawalRequests withdrawals;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Lateness lateness;

	private final Clock clock;

	Dispatches(JdbcClient jdbc, Recommendations recommendations, RankedLists lists, ListSealings sealings,
			Revisions revisions, CoveringLetterCheck letter, ListElectronicSet set, PaperScans scans,
			ClosingDates closingDates, WithdrawalRequests withdrawals, Drafts drafts, Attachments attachments,
			Campaign campaign, AuditTrail audit, Lateness lateness, Clock clock) {
		this.jdbc = jdbc;
		this.recommendations = recommendations;
		this.lists = lists;
		this.sealings = sealings;
		this.revisions = revisions;
		this.letter = letter;
		this.set = set;
		this.scans = scans;
		this.closingDates = closingDates;
		this.withdrawals = withdrawals;
		this.drafts = drafts;
		this.attachments = attachments;
		this.campaign = campaign;
		this.audit = audit;
		this.lateness = lateness;
		this.clock = clock;
	}

	/**
	 * The draft form of a version's sealing, so that a new version begins with no tick.
	 */
	public static String form(int version) {
		return FORM + "-v" + version;
	}

	/** Slot of the scan of the sealed 报送函 of a version. */
	public static String letterSlot(int version) {
		return LETTER_SCAN + "-v" + version;
	}

	/** Slot of the scan of the sealed annex 3 of a version. */
	public static String annex3Slot(int version) {
		return ANNEX3_SCAN + "-v" + version;
	}

	/** Slot of the scan of a case's cover with the authority's seal. */
	public static String coverSlot(String caseNumber, int version) {
		return COVER_SCAN + "-" + caseNumber + "-v" + version;
	}

	/** The number of the case whose cover lies in this slot. */
	public static String caseOf(String coverSlot) {
		return coverSlot.substring(COVER_SCAN.length() + 1, coverSlot.lastIndexOf("-v"));
	}

	/** What the officer has ticked so far for the newest version. */
	public ListSealing sealing(String number) {
		return this.sealings.drafted(number);
	}

	/** The newest scan in this slot. */
	public Optional<StoredFile> scan(String number, String slot) {
		return this.attachments.of(number, slot).stream().reduce((first, last) -> last);
	}

	/** Everything that stands against dispatching the newest version now. */
	public List<Problem> check(String number) {
		List<Problem> problems = new ArrayList<>();
		checkTime(number, problems);
		ListSealing sealing = sealing(number);
		RankedList list = this.lists.latest(number);
		boolean joint = this.recommendations.get(number).isJoint();
		problems.addAll(this.letter.problems(list, sealing));
		if (scan(number, letterSlot(list.version())).isEmpty()) {
			problems.add(new Problem("letterScan", "请上传盖章后的报送函扫描件。", CLAUSE));
		}
		if (!"true".equals(sealing.annex3Seal())) {
			problems.add(new Problem("annex3Seal", "请确认附件3已加盖推荐单位公章。", "附件3 推荐单位（盖章）"));
		}
		if (joint && !"true".equals(sealing.partnerSeal())) {
			problems.add(new Problem("partnerSeal", "请确认附件3已加盖联合推荐单位公章。", "附件3 推荐单位（盖章）"));
		}
		if (scan(number, annex3Slot(list.version())).isEmpty()) {
			problems.add(new Problem("annex3Scan", "请上传盖章后的附件3扫描件。", "附件3 推荐单位（盖章）"));
		}
		if (!isComplete(sealing.copies())) {
			problems
				.add(new Problem("copies", "附件3须为纸质原件一式%d份，请清点后填写份数。".formatted(this.campaign.paperCopies()), CLAUSE));
		}
		checkCovers(problems, list, sealing, joint);
		problems.addAll(this.scans.problems(this.set, number, sealing.confirmations()));
		problems.addAll(sealing.parcel().problems(LocalDate.now(this.clock)));
		return problems;
	}

	/**
	 * Records that the newest version has left. The clock is read after the lock: this
	 * transaction decides what is late.
	 * @throws RefusedException if something is missing or it is too late
	 */
	@Transactional
	public void dispatch(String number, String userId) {
		this.recommendations.lock(number);
		List<Problem> problems = check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.jdbc
			.sql("insert into recommendation_dispatch (recommendation_number, version, content, dispatched_at,"
					+ " dispatched_by) values (:number, :version, :content, :now, :user)")
			.param("number", number)
			.param("version", this.lists.latest(number).version())
			.param("content", this.drafts.write(sealing(number)))
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.audit.record(userId, "recommendation.dispatch", number);
	}

	/** When a version left, and who sent it. */
	public record Departure(int version, String by, Instant at) {
	}

	/** When this recommendation left; empty before. */
	public Optional<Departure> departure(String number) {
		return this.jdbc
			.sql("select version, dispatched_by, dispatched_at from recommendation_dispatch"
					+ " where recommendation_number = :number")
			.param("number", number)
			.query((row, index) -> new Departure(row.getInt("version"), row.getString("dispatched_by"),
					row.getObject("dispatched_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** How the paper of this recommendation was sent; empty before it left. */
	public Optional<ListSealing> find(String number) {
		return this.sealings.sent(number);
	}

	private void checkTime(String number, List<Problem> problems) {
		Instant closing = this.closingDates.ofRecommendation(number);
		Instant now = this.clock.instant();
		if (this.lateness.isLate(closing)) {
			problems.add(new Problem("dispatchedOn",
					"报送已于%s截止（服务器时间%s），不能再报送。".formatted(ChineseDates.deadline(closing), ChineseDates.minute(now)),
					CLAUSE));
		}
	}

	// The same four things are asked about each case: the text says which one it is.
	private void checkCovers(List<Problem> problems, RankedList list, ListSealing sealing, boolean joint) {
		List<String> recommended = list.ranking().recommended();
		Map<String, CaseForm> forms = this.revisions.latestForms(recommended);
		for (String caseNumber : recommended) {
			List<Problem> found = new ArrayList<>();
			checkCover(found, list, sealing.cover(caseNumber), joint);
			asked(caseNumber, sealing).ifPresent(found::add);
			String called = "第%d个案例“%s”：".formatted(recommended.indexOf(caseNumber) + 1,
					forms.get(caseNumber).caseName());
			found.forEach(problem -> problems.add(problem.saying(called + problem.text())));
		}
	}

	private void checkCover(List<Problem> problems, RankedList list, ListSealing.Cover cover, boolean joint) {
		String caseNumber = cover.caseNumber();
		if (!"true".equals(cover.seal())) {
			problems.add(new Problem("cover-" + caseNumber, "请确认该案例申报书封面已加盖推荐单位公章。", "附件1 封面"));
		}
		if (joint && !"true".equals(cover.partnerSeal())) {
			problems.add(new Problem("partnerCover-" + caseNumber, "请确认该案例申报书封面已加盖联合推荐单位公章。", "附件1 封面"));
		}
		if (scan(list.recommendationNumber(), coverSlot(caseNumber, list.version())).isEmpty()) {
			problems.add(new Problem("coverScan-" + caseNumber, "请上传该案例盖章封面的扫描件。", "附件1 封面"));
		}
		if (!isComplete(cover.copies())) {
			problems.add(new Problem("copies-" + caseNumber,
					"该案例的申报书（含附件）须为纸质原件一式%d份，请清点后填写份数。".formatted(this.campaign.paperCopies()), CLAUSE));
		}
	}

	// Whoever asks late must not be able to keep the whole list back.
	private Optional<Problem> asked(String caseNumber, ListSealing sealing) {
		return this.withdrawals.newest(caseNumber)
			.filter(request -> request.state() == WithdrawalRequest.State.OPEN)
			.map(request -> new Problem("cover-" + caseNumber, "申报单位已申请撤回，尚未答复。请先在案例页面答复；确需随本次推荐寄送的，请核对后确认。", CLAUSE,
					"withdrawal-%s-%d".formatted(caseNumber, request.askedAt().getEpochSecond())))
			.filter(problem -> !sealing.confirmations().contains(problem.confirmation()));
	}

	private boolean isComplete(String copies) {
		return Integer.toString(this.campaign.paperCopies()).equals(copies.strip());
	}

}
