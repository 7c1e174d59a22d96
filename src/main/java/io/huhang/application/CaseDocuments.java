package io.huhang.application;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.document.BoundPdf;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.UnreadablePartException;
import io.huhang.document.WordDocuments;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Makes the 申报书 of 附件1 as Word and PDF, and bound with its evidence (R27..R51). */
@Component
public class CaseDocuments {

	private static final String TEMPLATE = "annex1";

	private final Campaign campaign;

	private final WordDocuments word;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	CaseDocuments(Campaign campaign, WordDocuments word, PdfDocuments pdf, PdfBinder binder) {
		this.campaign = campaign;
		this.word = word;
		this.pdf = pdf;
		this.binder = binder;
	}

	/** The 申报书 as Word. */
	public byte[] word(CaseDocument document) {
		return this.word.fill(TEMPLATE, fields(document), document.stamp());
	}

	/** The 申报书 as PDF/A with page numbers and stamp. */
	public BoundPdf pdf(CaseDocument document) {
		try {
			return this.binder.bind(List.of(form(document)), document.stamp());
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	/**
	 * The 申报书 and, after it, all evidence that is PDF or picture, numbered through
	 * (填表须知三). Never in memory as a whole.
	 * @param content opens the content of a file
	 * @return the number of pages
	 * @throws UnreadablePartException for the first file that cannot be bound
	 */
	public int bind(CaseDocument document, Function<StoredFile, InputStreamSource> content, OutputStream out)
			throws UnreadablePartException {
		List<Part> parts = new ArrayList<>();
		parts.add(form(document));
		document.evidence()
			.stream()
			.filter(file -> Part.bindable(file.mediaType()))
			.map(file -> Part.uploaded(file.name(), file.mediaType(), content.apply(file)))
			.forEach(parts::add);
		return this.binder.bind(parts, document.stamp(), out);
	}

	private Part form(CaseDocument document) {
		return Part.own("申报书", this.pdf.render(TEMPLATE, fields(document)));
	}

	private Map<String, Object> fields(CaseDocument document) {
		return new Annex1Fields(this.campaign, document).toMap();
	}

}
