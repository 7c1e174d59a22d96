package io.huhang.region;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Site;
import io.huhang.document.Stamp;
import io.huhang.document.UnreadablePartException;

import org.springframework.stereotype.Component;

/**
 * Makes and keeps the documents of a region application's newest revision; a repetition
 * finds them made.
 */
@Component
public class RegionDossier {

	/** Slot of the 申报书 as Word. */
	public static final String DOCX = "region-docx";

	/** Slot of the 申报书 as PDF. */
	public static final String PDF = "region-pdf";

	/** Slot of the bound PDF: 申报书, 附名单 and all evidence, numbered through. */
	public static final String BOUND = "region-bound";

	private static final List<String> SLOTS = List.of(BOUND, PDF, DOCX);

	private static final String PDF_TYPE = "application/pdf";

	private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private final RegionRevisions revisions;

	private final RegionDesk desk;

	private final RegionDocuments documents;

	private final Attachments attachments;

	private final Site site;

	RegionDossier(RegionRevisions revisions, RegionDesk desk, RegionDocuments documents, Attachments attachments,
			Site site) {
		this.revisions = revisions;
		this.desk = desk;
		this.documents = documents;
		this.attachments = attachments;
		this.site = site;
	}

	/** Makes the 申报书 as Word and PDF and the bound PDF of the newest revision. */
	public void generate(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		int edition = revision.revision();
		if (this.attachments.kept(number, BOUND, edition).isPresent()) {
			return;
		}
		RegionDocument document = document(revision);
		this.attachments.keep(number, DOCX, edition, "成效突出地区申报书.docx", this.documents.word(document), WORD_TYPE);
		this.attachments.keep(number, PDF, edition, "成效突出地区申报书.pdf", this.documents.pdf(document).content(), PDF_TYPE);
		keepBound(document);
	}

	/** The documents of this revision, as far as they are made. */
	public List<StoredFile> of(String number, int revision) {
		return SLOTS.stream().flatMap(slot -> this.attachments.kept(number, slot, revision).stream()).toList();
	}

	/**
	 * The draft as it would be printed, marked 草稿 on each page.
	 * @throws RefusedException if a field holds a whole book
	 */
	public byte[] preview(String number) {
		return this.documents.pdf(draft(number)).content();
	}

	/**
	 * What stands at each place of the annex in the draft: for a page that reads like the
	 * paper.
	 * @throws RefusedException if a field holds a whole book
	 */
	public Map<String, Object> reading(String number) {
		return this.documents.fields(draft(number));
	}

	/** The same of a frozen revision. */
	public Map<String, Object> reading(RegionRevision revision) {
		return this.documents.fields(document(revision));
	}

	private RegionDocument draft(String number) {
		RegionPaper paper = this.desk.paper(number, this.desk.draft(number));
		List<Problem> tooLong = TextLengthRule.tooLong(paper.fields(), paper.form());
		if (!tooLong.isEmpty()) {
			throw new RefusedException(tooLong);
		}
		return new RegionDocument(new Stamp(number, 0, "", "", true), paper.form(), paper.proof(),
				this.desk.files(number, RegionDesk.EVIDENCE), paper.lists());
	}

	private RegionDocument document(RegionRevision revision) {
		return new RegionDocument(stamp(revision), revision.form(), revision.proof(), revision.evidence(),
				this.revisions.lists(revision));
	}

	/** What the pages of this revision carry. */
	Stamp stamp(RegionRevision revision) {
		return new Stamp(revision.number(), revision.revision(), revision.fingerprint(), this.site
			.link("/verify/%s/%d/%s".formatted(revision.number(), revision.revision(), revision.shortFingerprint())),
				false);
	}

	/** Through a file: the evidence may be larger than memory. */
	private void keepBound(RegionDocument document) {
		Stamp stamp = document.stamp();
		try {
			Path file = Files.createTempFile("huhang-bound", ".pdf");
			try {
				int pages = bind(document, file);
				this.attachments.keep(stamp.number(), BOUND, stamp.revision(), "成效突出地区申报书（含附件合订本）.pdf", file, pages,
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

	private int bind(RegionDocument document, Path file) throws IOException {
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
