package io.huhang.document;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Saves a PDF so that the same input gives the same bytes: a document that is generated
 * again must not look like another one.
 */
final class Repeatable {

	private Repeatable() {
	}

	static void save(PDDocument document, OutputStream out) throws IOException {
		document.getDocumentInformation().setCreationDate(null);
		document.getDocumentInformation().setModificationDate(null);
		document.getDocument().getTrailer().removeItem(COSName.ID);
		document.setDocumentId(document.getNumberOfPages() + 0L);
		document.save(out);
	}

}
