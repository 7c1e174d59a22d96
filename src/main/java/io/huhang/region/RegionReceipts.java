package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.document.Stamp;
import io.huhang.organization.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two receipts (C17): paper by the ministry's officer, the electronic set by the
 * coordinator.
 */
@Repository
public class RegionReceipts {

	private static final String CLAUSE = "通知二（三）";

	private final JdbcClient jdbc;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionAnnouncements announcements;

	private final Attachments attachments;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	RegionReceipts(JdbcClient jdbc, RegionApplications applications, RegionRevisions revisions,
			RegionAnnouncements announcements, Attachments attachments, Campaign campaign, AuditTrail audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.applications = applications;
		this.revisions = revisions;
		this.announcements = announcements;
		this.attachments = attachments;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/** What was received. */
	public enum Kind {

		/** 纸质材料. */
		PAPER("纸质材料"),
		/** 电子材料. */
		ELECTRONIC("电子材料");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** One receipt. */
	public record Receipt(Kind kind, int copies, String remark, String receivedBy, Instant receivedAt) {
	}

	/**
	 * Registers the paper.
	 * @throws RefusedException if a copy or a seal is missing, or it is not the paper of
	 * the revision that has left
	 */
	@Transactional
	public void registerPaper(String number, PaperArrived paper, String userId) {
		List<Problem> problems = problems(number, paper);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		insert(number, Kind.PAPER, paper.copies(), paper.remark(), userId);
		this.announcements.tellAuthorities("region-paper-registered", number, "paper", List.of(Role.OFFICER), Map.of());
	}

	private List<Problem> problems(String number, PaperArrived paper) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		List<Problem> problems = new ArrayList<>();
		if (paper.copies() != this.campaign.paperCopies()) {
			problems.add(new Problem("copies",
					"纸质材料须一式%d份；份数不符的，请先联系申报单位补齐，暂不登记。".formatted(this.campaign.paperCopies()), CLAUSE));
		}
		boolean joint = this.applications.get(number).isJoint();
		if (!paper.sealed() || !paper.crossSealed() || joint && !paper.partnerSealed()) {
			problems.add(new Problem("sealed", "各申报单位公章和骑缝章齐全后方可登记；缺少用印的，请先联系申报单位补正。", "附件2 申报单位（盖章）"));
		}
		int pages = this.attachments.kept(number, RegionDossier.BOUND, revision.revision())
			.map(StoredFile::pages)
			.orElse(0);
		if (paper.pages() != pages) {
			problems
				.add(new Problem("pages", "系统记录的打印件为%d页，与登记的%d页不符，请核对后再登记。".formatted(pages, paper.pages()), CLAUSE));
		}
		if (!bare(Stamp.shorten(revision.fingerprint())).equals(bare(paper.fingerprint()))) {
			problems.add(new Problem("fingerprint",
					"页脚的内容指纹与系统记录的第%d版不符，请核对是否为最新版；不是的，请联系申报单位更换。".formatted(revision.revision()), CLAUSE));
		}
		return problems;
	}

	// Typed off the paper, with or without the blanks and dashes that help to read it.
	private static String bare(String fingerprint) {
		return fingerprint.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Confirms the electronic set.
	 * @throws RefusedException if it does not agree with its manifest
	 */
	@Transactional
	public void confirmElectronicSet(String number, boolean complete, String remark, String userId) {
		if (!complete) {
			throw new RefusedException("complete", "请核对报送包与清单，一致后勾选确认。", CLAUSE);
		}
		insert(number, Kind.ELECTRONIC, 1, (remark != null) ? remark.strip() : "", userId);
	}

	/** The receipts of this application. */
	public List<Receipt> of(String number) {
		return this.jdbc
			.sql("select kind, copies, remark, received_by, received_at from region_receipt"
					+ " where region_number = :number order by received_at")
			.param("number", number)
			.query((row, index) -> new Receipt(Kind.valueOf(row.getString("kind")), row.getInt("copies"),
					row.getString("remark"), row.getString("received_by"),
					row.getObject("received_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	private void insert(String number, Kind kind, int copies, String remark, String userId) {
		this.jdbc
			.sql("insert into region_receipt (region_number, kind, copies, remark, received_at, received_by)"
					+ " values (:number, :kind, :copies, :remark, :now, :user)")
			.param("number", number)
			.param("kind", kind.name())
			.param("copies", copies)
			.param("remark", remark)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.audit.record(userId, "region.receive-" + kind.name().toLowerCase(Locale.ROOT), number);
	}

}
