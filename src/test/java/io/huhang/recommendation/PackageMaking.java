package io.huhang.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.region.RegionPackages;
import io.huhang.document.Documents;
import io.huhang.document.Stamp;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.recommendation.Ranking.Entry;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** The maker of packages and of annex 3, for benchmarks outside this package. */
public final class PackageMaking {

	/** The recommendation whose package is made. */
	public static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final String SUMMARY = "按三级要求完成定级、防护、评测和整改，消除风险四十六项，".repeat(3) + "达到一百字为止的简述文字内容。";

	private static final Stamp STAMP = new Stamp(NUMBER, 1, "0123456789abcdef".repeat(4),
			"https://huhang.example.cn/verify/HH2024-TJ-330000-iit/1/0123456789abcdef", false);

	private PackageMaking() {
	}

	/** Of cases with one file of evidence each, which lie in this store. */
	public static Packages packages(Attachments attachments, List<StoredFile> evidence) {
		RankedLists lists = quiet(RankedLists.class);
		Revisions revisions = quiet(Revisions.class);
		Filings filings = quiet(Filings.class);
		Dispatches dispatches = quiet(Dispatches.class);
		when(filings.scan(any())).thenReturn(Optional.empty());
		when(dispatches.scan(any(), any())).thenReturn(Optional.empty());
		when(lists.latest(NUMBER)).thenReturn(new RankedList(NUMBER, 1,
				new Ranking(evidence.stream().map(file -> new Entry(file.owner(), Opinion.RECOMMEND, "")).toList(), ""),
				new ListTexts(Map.of(), "", ""), "f".repeat(64), Instant.EPOCH, "wang"));
		for (StoredFile file : evidence) {
			when(revisions.latest(file.owner())).thenReturn(Optional.of(new Revision(file.owner(), 1,
					CaseForms.aCase().form(), List.of(file), List.of(), "", Instant.EPOCH, "chen", List.of())));
		}
		return new Packages(lists, revisions, filings, dispatches, quiet(RegionEnclosures.class),
				quiet(RegionPackages.class), quiet(PackageItems.class), quiet(ElectronicChecks.class), attachments);
	}

	/** Annex 3 with this many rows, by its kind of file. */
	public static Map<String, Callable<byte[]>> annex3(int rows) {
		Annex3 annex = new Annex3(STAMP, List.of("浙江省经济和信息化厅", "浙江省通信管理局"), LocalDate.of(2024, 12, 20),
				IntStream.rangeClosed(1, rows)
					.mapToObj(i -> new Annex3.Row("案例名称" + i, "企业" + i + "有限公司", "平台企业", "工业互联网安全分类分级", SUMMARY,
							"联系人" + i, "1380013" + i))
					.toList(),
				"沈若兰", "0571-87051234");
		Annex3Documents documents = new Annex3Documents(Documents.WORD, Documents.PDF, Documents.BINDER);
		return Map.of("docx", () -> documents.word(annex), "pdf", () -> documents.pdf(annex).content(), "xlsx",
				() -> new Annex3Workbook().write(annex));
	}

	private static <T> T quiet(Class<T> type) {
		return Mockito.mock(type, Mockito.withSettings().stubOnly());
	}

}
