package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;
import io.huhang.campaign.TransactionMemory;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The frozen revisions of every case. */
@Repository
public class Revisions {

	/** The form whose draft becomes a revision. */
	public static final String FORM = "fillCaseApplication";

	/** Slot of the evidence files. */
	public static final String EVIDENCE = "evidence";

	private final JdbcClient jdbc;

	private final CaseApplications cases;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Admissions admissions;

	private final CaseRules rules;

	private final SimilarCases similar;

	private final EvidenceSlots slots;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	Revisions(JdbcClient jdbc, CaseApplications cases, Drafts drafts, Attachments attachments, Admissions admissions,
			CaseRules rules, SimilarCases similar, EvidenceSlots slots, AuditTrail audit, TransactionMemory memory,
			Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.drafts = drafts;
		this.attachments = attachments;
		this.admissions = admissions;
		this.rules = rules;
		this.similar = similar;
		this.slots = slots;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/** Everything that stands against freezing the draft as it is now. */
	public List<Problem> check(String number) {
		CaseApplication application = this.cases.get(number);
		CaseForm draft = draft(application);
		return this.rules.check(draft, context(application, draft));
	}

	private CaseContext context(CaseApplication application, CaseForm draft) {
		return new CaseContext(application.uscc(), application.unitName(), LocalDate.now(this.clock),
				this.attachments.of(application.number(), EVIDENCE), this.admissions.of(application.number()),
				this.cases.besides(application), this.similar.alike(application, draft.normalised()));
	}

	/** The draft of the case, prefilled with what is known before the first save. */
	public CaseForm draft(String number) {
		return draft(this.cases.get(number));
	}

	private CaseForm draft(CaseApplication application) {
		return this.drafts.read(application.number(), FORM, CaseForm.class,
				CaseForm.empty(application.unitName(), application.uscc(), application.direction()));
	}

	/**
	 * Freezes the draft as the next revision.
	 * @throws RefusedException if a rule of annex 1 stands against it
	 */
	@Transactional
	public Revision freeze(String number, String userId) {
		CaseApplication application = this.cases.lock(number);
		this.cases.queue(application.uscc());
		CaseForm draft = draft(application);
		CaseContext context = context(application, draft);
		List<Problem> confirmed = this.rules.require(draft, context);
		Bound bound = bind(draft.normalised(), context);
		Revision revision = insert(number, newest(number) + 1, bound, confirmed, userId);
		this.cases.entitle(number, bound.form().caseName(), bound.form().direction());
		this.cases.classify(number, bound.form().categories());
		this.similar.remember(number, bound.form());
		this.audit.record(userId, "case.freeze", number + "/" + revision.revision());
		return revision;
	}

	/** The draft as it would be frozen now, which is not kept. */
	public Revision pending(String number) {
		CaseApplication application = this.cases.get(number);
		CaseForm draft = draft(application);
		Bound bound = bind(draft.normalised(), context(application, draft));
		return new Revision(number, newest(number) + 1, bound.form(), bound.files(), bound.slots(), "",
				this.clock.instant(), "", List.of());
	}

	private Bound bind(CaseForm typed, CaseContext context) {
		List<EvidenceSlot> demanded = this.slots.of(typed, context.admissions());
		CaseForm form = typed.with(typed.evidence().limitedTo(context.evidence(), demanded));
		return new Bound(form, form.evidence().ordered(context.evidence(), demanded), demanded);
	}

	/** Number of the newest revision of the case; 0 if there is none. */
	public int newest(String number) {
		return this.memory.once("revision/" + number,
				() -> this.jdbc
					.sql("select coalesce(max(revision), 0) from application_revision where case_number = :number")
					.param("number", number)
					.query(Integer.class)
					.single());
	}

	/** The form of the newest revision, without its files. */
	public Optional<CaseForm> latestForm(String number) {
		return this.memory.once("form/" + number,
				() -> this.jdbc
					.sql("select content from application_revision where case_number = :number order by revision desc"
							+ " fetch first 1 rows only")
					.param("number", number)
					.query(String.class)
					.optional()
					.map(content -> this.drafts.parse(content, CaseForm.class)));
	}

	/** Reads those forms at once, for the rest of the transaction. */
	public void readLatestForms(Collection<String> numbers) {
		Map<String, CaseForm> forms = latestForms(numbers);
		numbers.forEach(number -> this.memory.remember("form/" + number, Optional.ofNullable(forms.get(number))));
	}

	/** The forms of the newest revisions of these cases, read at once. */
	public Map<String, CaseForm> latestForms(Collection<String> numbers) {
		return numbers.isEmpty() ? Map.of()
				: this.jdbc
					.sql("select case_number, content from application_revision r where case_number in (:numbers)"
							+ " and revision = (select max(revision) from application_revision"
							+ " where case_number = r.case_number)")
					.param("numbers", numbers)
					.query((row, index) -> Map.entry(row.getString("case_number"),
							this.drafts.parse(row.getString("content"), CaseForm.class)))
					.list()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The directions in which the case was ever frozen. */
	public Set<String> directions(String number) {
		return this.jdbc.sql("select content from application_revision where case_number = :number")
			.param("number", number)
			.query(String.class)
			.list()
			.stream()
			.map(content -> this.drafts.parse(content, CaseForm.class).direction())
			.collect(Collectors.toSet());
	}

	/** The newest revision of the case. */
	public Optional<Revision> latest(String number) {
		Optional<Revision> latest = query("where case_number = :number order by revision desc fetch first 1 rows only",
				number, 0);
		latest.ifPresent(this::remember);
		return latest;
	}

	private void remember(Revision latest) {
		this.memory.remember("revision/" + latest.caseNumber(), latest.revision());
		this.memory.remember("form/" + latest.caseNumber(), Optional.of(latest.form()));
	}

	/**
	 * One revision of the case.
	 * @throws java.util.NoSuchElementException if there is none
	 */
	public Revision get(String number, int revision) {
		return find(number, revision).orElseThrow();
	}

	/** One revision of the case, or empty. */
	public Optional<Revision> find(String number, int revision) {
		return query("where case_number = :number and revision = :revision", number, revision);
	}

	private Optional<Revision> query(String where, String number, int revision) {
		return this.jdbc
			.sql("select case_number, revision, content, evidence, evidence_slots, fingerprint, frozen_at, frozen_by,"
					+ " confirmed" + " from application_revision " + where)
			.param("number", number)
			.param("revision", revision)
			.query((row, index) -> new Revision(row.getString("case_number"), row.getInt("revision"),
					this.drafts.parse(row.getString("content"), CaseForm.class), files(row.getString("evidence")),
					slots(row.getString("evidence_slots")), row.getString("fingerprint"),
					row.getObject("frozen_at", OffsetDateTime.class).toInstant(), row.getString("frozen_by"),
					List.of(this.drafts.parse(row.getString("confirmed"), Problem[].class))))
			.optional();
	}

	private Revision insert(String number, int revision, Bound evidence, List<Problem> confirmed, String userId) {
		String content = this.drafts.write(evidence.form());
		String slots = this.drafts.write(evidence.slots());
		String hashes = evidence.files().stream().map(StoredFile::sha256).collect(Collectors.joining(","));
		String fingerprint = Sha256.hex(String.join("\n", number, Integer.toString(revision), content, slots, hashes));
		// PostgreSQL keeps microseconds: a new revision must equal itself when read
		// again.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.jdbc
			.sql("insert into application_revision (case_number, revision, content, evidence, evidence_slots,"
					+ " fingerprint, frozen_at, frozen_by, confirmed) values (:number, :revision, :content, :evidence,"
					+ " :slots, :fingerprint, :now, :user, :confirmed)")
			.param("number", number)
			.param("revision", revision)
			.param("content", content)
			.param("evidence",
					evidence.files().stream().map(file -> file.id().toString()).collect(Collectors.joining(",")))
			.param("slots", slots)
			.param("fingerprint", fingerprint)
			.param("now", now.atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.param("confirmed", this.drafts.write(confirmed))
			.update();
		Revision inserted = new Revision(number, revision, evidence.form(), evidence.files(), evidence.slots(),
				fingerprint, now, userId, confirmed);
		remember(inserted);
		return inserted;
	}

	private List<EvidenceSlot> slots(String json) {
		return List.of(this.drafts.parse(json, EvidenceSlot[].class));
	}

	private List<StoredFile> files(String ids) {
		return Arrays.stream(ids.split(","))
			.filter(id -> !id.isEmpty())
			.map(UUID::fromString)
			.map(id -> this.attachments.find(id).orElseThrow())
			.toList();
	}

	/** A form with its files and with what was asked for. */
	private record Bound(CaseForm form, List<StoredFile> files, List<EvidenceSlot> slots) {
	}

}
