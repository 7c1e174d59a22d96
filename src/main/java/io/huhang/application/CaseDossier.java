package io.huhang.application;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Site;
import io.huhang.document.Stamp;
import io.huhang.document.UnreadablePartException;
import io.huhang.organization.JointIntents;

import org.springframework.stereotype.Component;

/**
 * Makes and keeps the documents of a case's newest revision; a repetition finds them
 * made.
 */
@Component
public class CaseDossier {

	/** Slot of the 申报书 as Word. */
	public static final String DOCX = "application-docx";

	/** Slot of the 申报书 as PDF. */
	public static final String PDF = "application-pdf";

	/** Slot of the bound PDF: 申报书 and all evidence, numbered through. */
	public static final String BOUND = "application-bound";

	static final List<String> SLOTS = List.of(BOUND, PDF, DOCX);

	private static final String PDF_TYPE = "application/pdf";

	private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private final CaseApplications cases;

	private final Revisions revisions;

	private final CaseDocuments documents;

	private final Attachments attachments;

	private final JointIntents intents;

	private final EvidenceSlots slots;

	private final Admissions admissions;

	private final Site site;

	CaseDossier(CaseApplications cases, Revisions revisions, CaseDocuments documents, Attachments attachments,
			JointIntents intents, EvidenceSlots slots, Admissions admissions, Site site) {
		this.cases = cases;
		this.revisions = revisions;
		this.documents = documents;
		this.attachments = attachments;
		this.intents = intents;
		this.slots = slots;
		this.admissions = admissions;
		this.site = site;
	}

	/** Makes the 申报书 as Word and PDF and the bound PDF of the newest revision. */
	public void generate(String number) {
		Revision revision = this.revisions.latest(number).orElseThrow();
		int edition = revision.revision();
		if (this.attachments.kept(number, BOUND, edition).isPresent()) {
			return;
		}
		CaseDocument document = document(revision);
		this.attachments.keep(number, DOCX, edition, "申报书.docx", this.documents.word(document), WORD_TYPE);
		this.attachments.keep(number, PDF, edition, "申报书.pdf", this.documents.pdf(document).content(), PDF_TYPE);
		keepBound(document);
	}

	/**
	 * The draft as it would be printed, marked 草稿 on each page.
	 * @throws RefusedException if a field holds a whole book
	 */
	public byte[] preview(String number) {
		CaseForm draft = this.revisions.draft(number).normalised();
		List<Problem> tooLong = FieldLengthRule.tooLong(draft);
		if (!tooLong.isEmpty()) {
			throw new RefusedException(tooLong);
		}
		List<EvidenceSlot> slots = this.slots.of(draft, this.admissions.of(number));
		Stamp stamp = new Stamp(number, 0, "", "", true);
		return this.documents
			.pdf(new CaseDocument(stamp, this.intents.recommenders(this.cases.get(number).authority()), draft,
					draft.evidence().ordered(this.attachments.of(number, Revisions.EVIDENCE), slots), slots))
			.content();
	}

	/** The documents of this revision, as far as they are made. */
	public List<StoredFile> of(String number, int revision) {
		return SLOTS.stream().flatMap(slot -> this.attachments.kept(number, slot, revision).stream()).toList();
	}

	/**
	 * The names that the cover of this revision carries: as declared when it was frozen,
	 * so that making its documents again changes nothing.
	 */
	public List<String> recommenders(Revision revision) {
		return this.intents.recommenders(this.cases.get(revision.caseNumber()).authority(), revision.frozenAt());
	}

	private CaseDocument document(Revision revision) {
		String number = revision.caseNumber();
		String verify = this.site
			.link("/verify/%s/%d/%s".formatted(number, revision.revision(), revision.shortFingerprint()));
		return new CaseDocument(new Stamp(number, revision.revision(), revision.fingerprint(), verify, false),
				recommenders(revision), revision.form(), revision.evidence(), revision.slots());
	}

	/** Through a file: the evidence of a case may be larger than memory. */
	private void keepBound(CaseDocument document) {
		Stamp stamp = document.stamp();
		try {
			Path file = Files.createTempFile("huhang-bound", ".pdf");
			try {
				int pages = bind(document, file);
				this.attachments.keep(stamp.number(), BOUND, stamp.revision(), "申报书（含附件合订本）.pdf", file, pages,
						PDF_TYPE);
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int bind(CaseDocument document, Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			return this.documents.bind(document, evidence -> () -> this.attachments.open(evidence), out);
		}
		catch (UnreadablePartException ex) {
			// The upload check lets only readable files in, so this is ours to find in
			// Cockpit.
			throw new IllegalStateException("evidence of %s cannot be bound".formatted(document.stamp().number()), ex);
		}
	}

}
