package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The two receipts (C17): paper by the ministry's officer, the electronic set by the
 * coordinator.
 */
@Repository
public class RegionReceipts {

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	RegionReceipts(JdbcClient jdbc, Campaign campaign, AuditTrail audit, Clock clock) {
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

	/** Registers that the paper is complete (R21, R30). */
	void registerPaper(String number, String remark, String userId) {
		insert(number, Kind.PAPER, this.campaign.paperCopies(), remark, userId);
	}

	/** Confirms the electronic set (R22). */
	void confirmElectronicSet(String number, String remark, String userId) {
		insert(number, Kind.ELECTRONIC, 1, remark, userId);
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
