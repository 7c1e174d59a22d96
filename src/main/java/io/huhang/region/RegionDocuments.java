package io.huhang.region;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.huhang.attachment.StoredFile;
import io.huhang.document.BoundPdf;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.UnreadablePartException;
import io.huhang.document.WordDocuments;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Makes the 申报书 of 附件2 as Word and PDF, and bound with its evidence (R52..R79). */
@Component
class RegionDocuments {

	private static final String TEMPLATE = "annex2";

	// Two units have two lines on the cover and two tables of their own (C14).
	private static final String JOINT_WORD_TEMPLATE = "annex2-joint";

	private final RegionCall call;

	private final WordDocuments word;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	RegionDocuments(RegionCall call, WordDocuments word, PdfDocuments pdf, PdfBinder binder) {
		this.call = call;
		this.word = word;
		this.pdf = pdf;
		this.binder = binder;
	}

	/** What stands at each place of the annex. */
	Map<String, Object> fields(RegionDocument document) {
		return new Annex2Fields(this.call, document).toMap();
	}

	/** The 申报书 as Word. */
	byte[] word(RegionDocument document) {
		boolean joint = document.form().unitNames().size() > 1;
		return this.word.fill(joint ? JOINT_WORD_TEMPLATE : TEMPLATE, fields(document), document.stamp());
	}

	/** The 申报书 as PDF/A with page numbers and stamp. */
	BoundPdf pdf(RegionDocument document) {
		try {
			return this.binder.bind(List.of(form(document)), document.stamp());
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	/**
	 * The 申报书 with its 附名单 and, after it, all evidence that is PDF or picture, numbered
	 * through (填表须知三). Never in memory as a whole.
	 * @param content opens the content of a file
	 * @return the number of pages
	 * @throws UnreadablePartException for the first file that cannot be bound
	 */
	int bind(RegionDocument document, Function<StoredFile, InputStreamSource> content, OutputStream out)
			throws UnreadablePartException {
		List<Part> parts = new ArrayList<>();
		parts.add(form(document));
		Stream.concat(document.proof().stream(), document.evidence().stream())
			.filter(file -> Part.bindable(file.mediaType()))
			.map(file -> Part.uploaded(file.name(), file.mediaType(), content.apply(file)))
			.forEach(parts::add);
		return this.binder.bind(parts, document.stamp(), out);
	}

	private Part form(RegionDocument document) {
		return Part.own("申报书", this.pdf.render(TEMPLATE, fields(document)));
	}

}
