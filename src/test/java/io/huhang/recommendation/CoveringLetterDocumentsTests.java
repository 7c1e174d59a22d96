package io.huhang.recommendation;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.huhang.campaign.Campaigns;
import io.huhang.document.Documents;
import io.huhang.document.Stamp;
import io.huhang.document.Texts;
import io.huhang.recommendation.CoveringLetter.Enclosure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("报送函：Word与PDF同文（通知二（三），GB/T 9704—2012 10.1）")
class CoveringLetterDocumentsTests {

	private static final Stamp STAMP = new Stamp("HH2024-TJ-330000-joint", 3, "0123456789abcdef".repeat(4),
			"http://localhost:8080/verify/HH2024-TJ-330000-joint/3/0123456789abcdef", false);

	private static final String PROVINCE = "浙江省经济和信息化厅";

	private static final String OTHER = "浙江省通信管理局";

	private static final String STAMPED = "编号HH2024-TJ-330000-joint第3版内容指纹0123456789abcdef";

	private final CoveringLetterDocuments documents = new CoveringLetterDocuments(Campaigns.packaged(), Documents.WORD,
			Documents.PDF, Documents.BINDER);

	@Test
	@DisplayName("单独推荐：主送、依据、数量、附件、落款、联系人，一字不差")
	void saysWhatIsSent() throws IOException {
		String said = "浙江省经济和信息化厅浙经信网安〔2024〕12号浙江省经济和信息化厅关于报送护航新型工业化网络安全典型案例和成效突出地区遴选推荐材料的函"
				+ "工业和信息化部网络安全管理局：按照《关于组织开展护航新型工业化网络安全典型案例和成效突出地区遴选工作的通知》（工网安函〔2024〕926号）要求，"
				+ "我单位组织本地企业积极申报，坚持公平、公正、公开原则，经审核、排序，单独推荐典型案例1个。现将推荐汇总表和申报书报送贵局，请审收。特此函报。"
				+ "附件：1.典型案例推荐汇总表（一式两份）2.典型案例申报书（共1件，每件一式两份，含证明材料）（1）HH2024-AL-330000-0001案例1（企业1有限公司）"
				+ "浙江省经济和信息化厅2024年12月3日（联系人：沈若兰，电话：0571-87051234）";

		CoveringLetter letter = letter(1, PROVINCE);

		assertThat(words(Texts.ofWord(this.documents.word(letter)))).isEqualTo(said);
		assertThat(words(Texts.ofPdf(this.documents.pdf(letter)))).isEqualTo(said);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "20", "25" })
	@DisplayName("联合推荐：两个落款，日期在后一个之下；申报书按推荐顺序逐件列出；Word与PDF同文")
	void saysTheSameInBothFormats(int cases) throws IOException {
		CoveringLetter letter = letter(cases, PROVINCE, OTHER);

		String word = words(Texts.ofWord(this.documents.word(letter)));

		assertThat(words(Texts.ofPdf(this.documents.pdf(letter)))).isEqualTo(word);
		assertThat(word).contains("联合推荐典型案例%d个。".formatted(cases),
				"（%d）HH2024-AL-330000-%04d案例%d（企业%d有限公司）浙江省经济和信息化厅浙江省通信管理局2024年12月3日（联系人".formatted(cases, cases, cases,
						cases));
	}

	@Test
	@DisplayName("不编文号的不印文号；再有一项附件的，接着编号")
	void printsNoNumberAndFurtherEnclosures() throws IOException {
		CoveringLetter letter = new CoveringLetter(STAMP, "", "2024年12月3日", List.of(PROVINCE), 1, 1, "确有代表性。",
				List.of(new Enclosure("典型案例推荐汇总表（一式两份）", List.of()), new Enclosure("成效突出地区申报书（一式两份）", List.of())),
				"沈若兰", "0571-87051234");

		for (String text : List.of(Texts.ofWord(this.documents.word(letter)),
				Texts.ofPdf(this.documents.pdf(letter)))) {
			assertThat(words(text)).startsWith("浙江省经济和信息化厅浙江省经济和信息化厅关于报送")
				.contains("单独推荐典型案例1个。推荐数量超过20个，经单位负责人专门同意，理由：确有代表性。同时申报成效突出地区1个。现将推荐汇总表和申报书报送贵局")
				.contains("附件：1.典型案例推荐汇总表（一式两份）2.成效突出地区申报书（一式两份）浙江省经济和信息化厅2024年12月3日");
		}
	}

	@Test
	@DisplayName("所填的标记、模板语法按原文印出，不被执行")
	void printsHostileTextAsText() throws IOException {
		String hostile = "<b>&{{7*7}}${7*7}[[x]]{{?last}}";
		CoveringLetter letter = new CoveringLetter(STAMP, hostile, "2024年12月3日", List.of(PROVINCE), 1, 0, "",
				List.of(new Enclosure("申报书", List.of(hostile))), hostile, hostile);

		for (String text : List.of(Texts.ofWord(this.documents.word(letter)),
				Texts.ofPdf(this.documents.pdf(letter)))) {
			assertThat(Texts.bare(text).split(Pattern.quote(Texts.bare(hostile)), -1)).hasSize(5);
		}
	}

	@Test
	@DisplayName("同样的内容再次生成，字节相同")
	void isRepeatable() throws IOException {
		CoveringLetter letter = letter(3, PROVINCE, OTHER);

		assertThat(this.documents.word(letter)).isEqualTo(this.documents.word(letter));
		assertThat(this.documents.pdf(letter)).isEqualTo(this.documents.pdf(letter));
	}

	private static String words(String text) {
		return Texts.bare(text).replaceAll("—\\d+—", "").replace(STAMPED, "");
	}

	private static CoveringLetter letter(int cases, String... recommenders) {
		List<String> items = IntStream.rangeClosed(1, cases)
			.mapToObj(i -> "HH2024-AL-330000-%04d　案例%d（企业%d有限公司）".formatted(i, i, i))
			.toList();
		return new CoveringLetter(STAMP, "浙经信网安〔2024〕12号", "2024年12月3日", List.of(recommenders), cases, 0, "",
				List.of(new Enclosure("典型案例推荐汇总表（一式两份）", List.of()),
						new Enclosure("典型案例申报书（共%d件，每件一式两份，含证明材料）".formatted(cases), items)),
				"沈若兰", "0571-87051234");
	}

}
