package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Sha256;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The frozen revisions of every region application. */
@Repository
public class RegionRevisions {

	private final JdbcClient jdbc;

	private final RegionApplications applications;

	private final RegionDesk desk;

	private final Drafts drafts;

	private final Attachments attachments;

	private final AuditTrail audit;

	private final Clock clock;

	RegionRevisions(JdbcClient jdbc, RegionApplications applications, RegionDesk desk, Drafts drafts,
			Attachments attachments, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.applications = applications;
		this.desk = desk;
		this.drafts = drafts;
		this.attachments = attachments;
		this.audit = audit;
		this.clock = clock;
	}

	/** Everything that stands against freezing the draft as it is now. */
	public List<Problem> check(String number) {
		return this.desk.check(number);
	}

	/**
	 * Freezes the draft with its 附名单 and files as the next revision.
	 * @throws RefusedException if a rule of annex 2 stands against it
	 */
	@Transactional
	public RegionRevision freeze(String number, String userId) {
		this.applications.lock(number);
		RegionForm draft = this.desk.draft(number);
		RegionPaper paper = this.desk.paper(number, draft);
		List<Problem> confirmed = this.desk.require(draft, paper);
		// PostgreSQL keeps microseconds: a new revision must equal itself when read
		// again.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<StoredFile> evidence = this.desk.files(number, RegionDesk.EVIDENCE);
		int revision = newest(number) + 1;
		RegionRevision frozen = new RegionRevision(number, revision, paper.form(), paper.proof(), evidence,
				fingerprint(number, revision, paper, evidence), now, userId, confirmed);
		insert(frozen);
		paper.lists().forEach((key, list) -> insert(frozen, key, list));
		this.audit.record(userId, "region.freeze", number + "/" + revision);
		return frozen;
	}

	private String fingerprint(String number, int revision, RegionPaper paper, List<StoredFile> evidence) {
		String hashes = Stream.concat(paper.proof().stream(), evidence.stream())
			.map(StoredFile::sha256)
			.collect(Collectors.joining(","));
		return Sha256.hex(String.join("\n", number, Integer.toString(revision), this.drafts.write(paper.form()),
				this.drafts.write(paper.lists()), hashes));
	}

	private void insert(RegionRevision frozen) {
		this.jdbc
			.sql("insert into region_revision (region_number, revision, content, proof, evidence, fingerprint,"
					+ " frozen_at, frozen_by, confirmed) values (:number, :revision, :content, :proof, :evidence,"
					+ " :fingerprint, :now, :user, :confirmed)")
			.param("number", frozen.number())
			.param("revision", frozen.revision())
			.param("content", this.drafts.write(frozen.form()))
			.param("proof", ids(frozen.proof()))
			.param("evidence", ids(frozen.evidence()))
			.param("fingerprint", frozen.fingerprint())
			.param("now", frozen.frozenAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", frozen.frozenBy())
			.param("confirmed", this.drafts.write(frozen.confirmed()))
			.update();
	}

	private void insert(RegionRevision frozen, String list, NameList content) {
		this.jdbc
			.sql("insert into region_name_list (region_number, revision, list, content)"
					+ " values (:number, :revision, :list, :content)")
			.param("number", frozen.number())
			.param("revision", frozen.revision())
			.param("list", list)
			.param("content", this.drafts.write(content))
			.update();
	}

	/** Number of the newest revision; 0 if there is none. */
	public int newest(String number) {
		return this.jdbc.sql("select coalesce(max(revision), 0) from region_revision where region_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single();
	}

	/** The newest revision. */
	public Optional<RegionRevision> latest(String number) {
		return find(number, newest(number));
	}

	/** Every revision, the oldest first. */
	public List<RegionRevision> all(String number) {
		return IntStream.rangeClosed(1, newest(number))
			.mapToObj(revision -> find(number, revision).orElseThrow())
			.toList();
	}

	/** One revision, or empty. */
	public Optional<RegionRevision> find(String number, int revision) {
		return this.jdbc.sql(
				"select region_number, revision, content, proof, evidence, fingerprint, frozen_at, frozen_by, confirmed"
						+ " from region_revision where region_number = :number and revision = :revision")
			.param("number", number)
			.param("revision", revision)
			.query((row, index) -> new RegionRevision(row.getString("region_number"), row.getInt("revision"),
					this.drafts.parse(row.getString("content"), RegionForm.class), files(row.getString("proof")),
					files(row.getString("evidence")), row.getString("fingerprint"),
					row.getObject("frozen_at", OffsetDateTime.class).toInstant(), row.getString("frozen_by"),
					List.of(this.drafts.parse(row.getString("confirmed"), Problem[].class))))
			.optional();
	}

	/** The 附名单 of a revision by their keys. */
	Map<String, NameList> lists(RegionRevision revision) {
		Map<String, NameList> lists = new LinkedHashMap<>();
		this.jdbc
			.sql("select list, content from region_name_list where region_number = :number and revision = :revision"
					+ " order by list")
			.param("number", revision.number())
			.param("revision", revision.revision())
			.query(row -> {
				lists.put(row.getString("list"), this.drafts.parse(row.getString("content"), NameList.class));
			});
		return lists;
	}

	private static String ids(List<StoredFile> files) {
		return files.stream().map(file -> file.id().toString()).collect(Collectors.joining(","));
	}

	private List<StoredFile> files(String ids) {
		return Arrays.stream(ids.split(","))
			.filter(id -> !id.isEmpty())
			.map(UUID::fromString)
			.map(id -> this.attachments.find(id).orElseThrow())
			.toList();
	}

}
