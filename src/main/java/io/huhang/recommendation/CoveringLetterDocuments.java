package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.huhang.campaign.Campaign;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.PlainText;
import io.huhang.document.UnreadablePartException;
import io.huhang.document.WordDocuments;
import io.huhang.recommendation.CoveringLetter.Enclosure;

import org.springframework.stereotype.Component;

/** Makes the 报送函 as Word and PDF in the form of a 函 (GB/T 9704—2012, 10.1). */
@Component
public class CoveringLetterDocuments {

	private static final String TEMPLATE = "covering-letter";

	private static final String FIRST = "附件：";

	private static final String NEXT = "　".repeat(FIRST.length());

	private final Campaign campaign;

	private final WordDocuments word;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	CoveringLetterDocuments(Campaign campaign, WordDocuments word, PdfDocuments pdf, PdfBinder binder) {
		this.campaign = campaign;
		this.word = word;
		this.pdf = pdf;
		this.binder = binder;
	}

	/** The letter as Word. */
	public byte[] word(CoveringLetter letter) {
		return this.word.fill(TEMPLATE, fields(letter), letter.stamp());
	}

	/** The letter as PDF/A with page numbers and stamp. */
	public byte[] pdf(CoveringLetter letter) {
		try {
			return this.binder.bind(List.of(Part.own("报送函", this.pdf.render(TEMPLATE, fields(letter)))), letter.stamp())
				.content();
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	private Map<String, Object> fields(CoveringLetter letter) {
		List<String> names = letter.recommenders();
		Map<String, Object> fields = new HashMap<>();
		// 联合行文时，信函格式只用主办机关标志（10.1）。
		fields.put("head", names.get(0));
		fields.put("number", PlainText.printable(letter.number()));
		fields.put("senders", String.join("\n", names));
		fields.put("subject", "关于报送" + this.campaign.title() + "推荐材料的函");
		fields.put("addressee", this.campaign.issuer() + "：");
		fields.put("body", body(letter));
		fields.putAll(enclosures(letter.enclosures()));
		boolean joint = names.size() > 1;
		fields.put("single", joint ? List.of() : List.of(Map.of("name", names.get(0), "date", letter.date())));
		fields.put("joint", !joint ? List.of()
				: List.of(Map.of("first", names.get(0), "second", names.get(1), "date", letter.date())));
		fields.put("contact", "（联系人：%s，电话：%s）".formatted(PlainText.printable(letter.contactName()),
				PlainText.printable(letter.contactPhone())));
		return fields;
	}

	private String body(CoveringLetter letter) {
		String notice = "按照《关于组织开展%s工作的通知》（%s）要求，".formatted(this.campaign.title(), this.campaign.documentNumber());
		String work = (letter.recommenders().size() > 1) ? "我们两单位共同组织本地企业积极申报，坚持公平、公正、公开原则，经审核、排序并协商一致，联合推荐典型案例%d个。"
				: "我单位组织本地企业积极申报，坚持公平、公正、公开原则，经审核、排序，单独推荐典型案例%d个。";
		String along = (letter.regions() > 0) ? "同时申报成效突出地区%d个。".formatted(letter.regions()) : "";
		return notice + work.formatted(letter.cases()) + excess(letter) + along + "现将推荐汇总表和申报书报送贵局，请审收。";
	}

	// Whoever decides about the excess reads on paper why (C13).
	private String excess(CoveringLetter letter) {
		return letter.excessReason().isEmpty() ? ""
				: "推荐数量超过%d个，经单位负责人专门同意，理由：%s。".formatted(this.campaign.recommendationCap(),
						PlainText.printable(letter.excessReason().strip().replaceAll("[。；]$", "")));
	}

	// The last piece stays with the signature: no page holds nothing but a seal (7.3.5).
	private static Map<String, Object> enclosures(List<Enclosure> enclosures) {
		List<Map<String, Object>> lines = new ArrayList<>();
		List<Map<String, Object>> items = List.of();
		for (Enclosure enclosure : enclosures) {
			items = items(enclosure);
			String place = (lines.isEmpty() ? FIRST : NEXT) + (lines.size() + 1) + ".";
			lines.add(Map.of("title", place + enclosure.title(), "items", items));
		}
		return Map.of("enclosures", lines, "last",
				items.isEmpty() ? List.of() : List.of(items.remove(items.size() - 1)));
	}

	private static List<Map<String, Object>> items(Enclosure enclosure) {
		return new ArrayList<>(IntStream.range(0, enclosure.items().size())
			.mapToObj(index -> Map.<String, Object>of("text",
					"（%d）%s".formatted(index + 1, PlainText.printable(enclosure.items().get(index)))))
			.toList());
	}

}
