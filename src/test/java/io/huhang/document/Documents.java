package io.huhang.document;

/** The real makers of documents, for tests of other modules without Spring. */
public final class Documents {

	/** Fills Word templates. */
	public static final WordDocuments WORD = new WordDocuments();

	/** Renders PDF templates. */
	public static final PdfDocuments PDF = new PdfDocuments();

	/** Binds and stamps. */
	public static final PdfBinder BINDER = new PdfBinder();

	private Documents() {
	}

}
