package io.huhang.application;

import io.huhang.campaign.Campaigns;
import io.huhang.document.Documents;
import io.huhang.document.PdfDocuments;
import io.huhang.document.WordDocuments;

/** The maker of the 申报书, for benchmarks outside this package. */
public final class Paperwork {

	private Paperwork() {
	}

	/** With these makers of files. */
	public static CaseDocuments with(WordDocuments word, PdfDocuments pdf) {
		return new CaseDocuments(Campaigns.packaged(), word, pdf, Documents.BINDER);
	}

}
