package io.huhang.electronic;

import java.util.List;

import io.huhang.electronic.ScannedPaper.Code;
import io.huhang.document.ScanReader.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("扫描件说明它是哪一份的哪一版（附件1 填表须知四）")
class ScannedPaperTests {

	private static final String OWN = "HH2024-AL-330000-0007";

	private static final String OTHER = "HH2024-AL-330000-0008";

	@Test
	@DisplayName("全部是本版：没有别的页，页数相同")
	void isOfOnePaper() {
		ScannedPaper paper = ScannedPaper.of(2).and(2, List.of(page(1, OWN, 2), page(2, OWN, 2)));

		assertThat(paper.foreign(OWN, 2)).isEmpty();
		assertThat(paper.described()).isEqualTo("扫描件共2页，应打印的合订本共2页；查看2页，其中2页识别出本版二维码。");
	}

	@Test
	@DisplayName("混入旧版、混入别的申报：指明页数，多个文件连续数")
	void namesTheForeignPage() {
		ScannedPaper mixed = ScannedPaper.of(5).and(1, List.of(page(1, OWN, 2))).and(3, List.of(page(2, OWN, 1)));

		assertThat(mixed.foreign(OWN, 2)).contains(new Code(3, OWN, 1));
		assertThat(ScannedPaper.of(5).and(1, List.of(page(1, OTHER, 2))).foreign(OWN, 2))
			.contains(new Code(1, OTHER, 2));
	}

	@Test
	@DisplayName("材料上别的二维码不算；页数不同、没有二维码都说明")
	void ignoresOtherCodes() {
		ScannedPaper paper = ScannedPaper.of(5)
			.and(3, List.of(new Page(1, "https://inv.example.cn/1"), new Page(2, "")));

		assertThat(paper.foreign(OWN, 2)).isEmpty();
		assertThat(paper.described()).isEqualTo("扫描件共3页，应打印的合订本共5页，页数不一致；未识别到本系统的二维码，请逐页核对是否为本版。");
	}

	private static Page page(int page, String number, int revision) {
		return new Page(page, "https://huhang.example.cn/verify/%s/%d/0123456789abcdef".formatted(number, revision));
	}

}
