package io.huhang.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

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
		withoutDates(document);
		document.getDocument().getTrailer().removeItem(COSName.ID);
		document.setDocumentId((long) document.getNumberOfPages());
		document.save(out);
	}

	/** PDF/A wants the metadata to agree with the information that lost its dates. */
	private static void withoutDates(PDDocument document) throws IOException {
		PDMetadata metadata = document.getDocumentCatalog().getMetadata();
		if (metadata != null) {
			String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
				.replaceAll("<xmp:(CreateDate|ModifyDate)>[^<]*</xmp:\\1>", "");
			metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
		}
	}

}
