package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.ChineseDates;
import io.huhang.document.BoundPdf;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.PlainText;
import io.huhang.document.UnreadablePartException;
import io.huhang.document.WordDocuments;

import org.springframework.stereotype.Component;

/** Makes 附件3 典型案例推荐汇总表 as Word and PDF (R76..R83). */
@Component
public class Annex3Documents {

	private static final String TEMPLATE = "annex3";

	// Beside each other: one below the other, two round seals of 42 mm would overlap
	// (C14).
	private static final String NEXT_SEAL = "　".repeat(5);

	private final WordDocuments word;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	Annex3Documents(WordDocuments word, PdfDocuments pdf, PdfBinder binder) {
		this.word = word;
		this.pdf = pdf;
		this.binder = binder;
	}

	/** 附件3 as Word. */
	public byte[] word(Annex3 annex) {
		return this.word.fill(TEMPLATE, fields(annex), annex.stamp());
	}

	/** 附件3 as PDF/A with page numbers and stamp. */
	public BoundPdf pdf(Annex3 annex) {
		try {
			return this.binder.bind(List.of(Part.own("推荐汇总表", this.pdf.render(TEMPLATE, fields(annex)))),
					annex.stamp());
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	private static Map<String, Object> fields(Annex3 annex) {
		Map<String, Object> fields = new HashMap<>();
		fields.put("recommenders", PlainText.printable(String.join(NEXT_SEAL, annex.recommenders())));
		fields.put("date", ChineseDates.day(annex.date()));
		fields.put("contactName", PlainText.printable(annex.contactName()));
		fields.put("contactPhone", PlainText.printable(annex.contactPhone()));
		List<Map<String, Object>> rows = new ArrayList<>();
		annex.rows().forEach(row -> rows.add(row(rows.size() + 1, row)));
		fields.put("rows", rows);
		return fields;
	}

	private static Map<String, Object> row(int place, Annex3.Row row) {
		return Map.of("no", String.valueOf(place), "caseName", PlainText.printable(row.caseName()), "unitName",
				PlainText.printable(row.unitName()), "category", row.category(), "summary",
				"【" + row.direction() + "】" + PlainText.printable(row.summary()), "contactName",
				PlainText.printable(row.contactName()), "contactPhone", PlainText.printable(row.contactPhone()));
	}

}
