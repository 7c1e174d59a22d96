package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The two receipts (C17): paper by the ministry's officer, the electronic set by the
 * coordinator.
 */
@Repository
public class Receipts {

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	Receipts(JdbcClient jdbc, Campaign campaign, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
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
	 * Registers the paper of a recommendation (R21, R30).
	 * @param copies originals counted
	 * @param sealed whether annex 3 and every cover carry their seals
	 * @throws RefusedException if a copy or a seal is missing
	 */
	public void registerPaper(String number, int copies, boolean sealed, String remark, String userId) {
		if (copies != this.campaign.paperCopies()) {
			throw new RefusedException("copies",
					"纸质材料须一式%d份；份数不符的，请先联系推荐单位补齐，暂不登记。".formatted(this.campaign.paperCopies()), "通知二（三）");
		}
		if (!sealed) {
			throw new RefusedException("sealed", "附件3和各案例封面用印齐全后方可登记；缺少用印的，请先联系推荐单位补正。", "附件1 填表须知三");
		}
		insert(number, Kind.PAPER, copies, remark, userId);
	}

	/**
	 * Confirms the electronic set of a recommendation (R22).
	 * @throws RefusedException if it does not agree with its manifest
	 */
	public void confirmElectronicSet(String number, boolean complete, String remark, String userId) {
		if (!complete) {
			throw new RefusedException("complete", "请核对报送包与清单，一致后勾选确认。", "通知二（三）");
		}
		insert(number, Kind.ELECTRONIC, 1, remark, userId);
	}

	/** The receipts of this recommendation. */
	public List<Receipt> of(String number) {
		return this.jdbc
			.sql("select kind, copies, remark, received_by, received_at from recommendation_receipt"
					+ " where recommendation_number = :number order by received_at")
			.param("number", number)
			.query((row, index) -> new Receipt(Kind.valueOf(row.getString("kind")), row.getInt("copies"),
					row.getString("remark"), row.getString("received_by"),
					row.getObject("received_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	private void insert(String number, Kind kind, int copies, String remark, String userId) {
		this.jdbc
			.sql("insert into recommendation_receipt (recommendation_number, kind, copies, remark, received_at,"
					+ " received_by) values (:number, :kind, :copies, :remark, :now, :user)")
			.param("number", number)
			.param("kind", kind.name())
			.param("copies", copies)
			.param("remark", (remark != null) ? remark.strip() : "")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.audit.record(userId, "recommendation.receive-" + kind.name().toLowerCase(Locale.ROOT), number);
	}

}
