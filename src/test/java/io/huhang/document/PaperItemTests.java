package io.huhang.document;

import java.util.List;
import java.util.stream.Stream;

import io.huhang.document.PaperItem.Match;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("一件纸质材料：份数、用印、页数、版本和指纹（通知二（三），附件1 填表须知三、四）")
class PaperItemTests {

	private static final String FINGERPRINT = "0123456789abcdef" + "f".repeat(48);

	private static final Stamp STAMP = new Stamp("HH2024-AL-330000-0007", 2, FINGERPRINT, "", false);

	private static final List<PaperSeal> SEALS = List.of(new PaperSeal("applicant", "封面申报单位公章"),
			new PaperSeal("paging", "骑缝章"));

	private static final PaperItem ITEM = new PaperItem("case", "样例案例", STAMP, 2, 35, SEALS);

	private static final PaperItem UNCOUNTED = new PaperItem("case", "样例案例", STAMP, 2, 0, SEALS);

	private static final String VERIFY = "https://huhang.example.cn/verify/";

	@Test
	@DisplayName("两份、各章、页数、版本都对：不缺")
	void missesNothingOfACompleteItem() {
		PaperCount count = count("2", "35", "true", "applicant", "paging");

		assertThat(ITEM.missing(count)).isEmpty();
		assertThat(ITEM.faults(count)).isEmpty();
		assertThat(ITEM.isCounted(count)).isTrue();
	}

	static Stream<Arguments> lacks() {
		return Stream.of(arguments(count("1", "35", "true", "applicant", "paging"), List.of("应收原件2份，收到1份")),
				arguments(count("0", "", ""), List.of("应收原件2份，未收到")),
				arguments(PaperCount.none("case"), List.of("应收原件2份，未收到")),
				arguments(count("2", "35", "true", "applicant"), List.of("缺骑缝章")),
				arguments(count("2", "34", "true", "applicant", "paging"), List.of("每份应为35页，收到的为34页")),
				arguments(count("2", "", "true", "applicant", "paging"), List.of("每份应为35页，页数未清点")),
				arguments(count("2", "35", "", "applicant", "paging"), List.of("版本和内容指纹未核对一致（应为第2版，0123456789abcdef）")),
				arguments(count("1", "34", "", "unknown"), List.of("应收原件2份，收到1份", "缺封面申报单位公章", "缺骑缝章",
						"每份应为35页，收到的为34页", "版本和内容指纹未核对一致（应为第2版，0123456789abcdef）")));
	}

	@ParameterizedTest
	@MethodSource("lacks")
	@DisplayName("缺什么说什么；一份也没有的，其余不再说")
	void saysWhatIsMissing(PaperCount count, List<String> clauses) {
		assertThat(ITEM.missing(count)).isEqualTo(clauses);
	}

	@Test
	@DisplayName("系统不知道页数的，不核对页数")
	void comparesNoPagesThatTheRecordDoesNotKnow() {
		assertThat(UNCOUNTED.missing(count("2", "", "true", "applicant", "paging"))).isEmpty();
		assertThat(UNCOUNTED.isCounted(count("2", "", ""))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "2,35,true", "0,'',true", "1,35,true", "'',35,false", "'','',false", "2,'',false", "-,-,false" })
	@DisplayName("份数和页数都填了才算清点过，没有收到的不填页数")
	void knowsWhetherItWasCounted(String copies, String pages, boolean counted) {
		assertThat(ITEM.isCounted(count(copies, pages, ""))).isEqualTo(counted);
	}

	@ParameterizedTest
	@CsvSource({ "3,35,'登记3份，多于应报送的2份，请重新清点，多出的退回'", "两份,35,'份数请填写数字，没有收到的填0'", "-1,35,'份数请填写数字，没有收到的填0'",
			"2,三十五,'每份页数请填写数字'", "2,1234567,'每份页数请填写数字'" })
	@DisplayName("填得不对的：说明哪里不对")
	void namesWhatCannotBeSo(String copies, String pages, String fault) {
		assertThat(ITEM.faults(count(copies, pages, ""))).containsExactly(fault);
	}

	@ParameterizedTest
	@CsvSource({ "HH2024-AL-330000-0007/2/0123456789abcdef,SAME", "HH2024-AL-330000-0007/2/0123456789ABCDEF,SAME",
			"HH2024-AL-330000-0007/1/fedcba9876543210,OLDER", "HH2024-AL-330000-0007/2/fedcba9876543210,DIFFERENT",
			"HH2024-AL-330000-0007/3/0123456789abcdef,DIFFERENT", "HH2024-AL-330000-0008/2/0123456789abcdef,FOREIGN" })
	@DisplayName("扫码：一致、旧版、不符、不是这一件")
	void comparesAPageWithTheRecord(String page, Match match) {
		assertThat(ITEM.match(PageCode.read(VERIFY + page).orElseThrow())).isEqualTo(match);
	}

	@Test
	@DisplayName("扫码枪经过中文输入法打出的全角字符同样识别")
	void readsWhatAGunTypedThroughAnInputMethod() {
		assertThat(PageCode.read("　ｈｔｔｐｓ：／／ｈ．ｃｎ／ｖｅｒｉｆｙ／ＨＨ２０２４－ＴＪ－３３００００－ｉｉｔ／１／０ａｂｃ\r"))
			.contains(new PageCode("HH2024-TJ-330000-iit", 1, "0abc"));
	}

	@ParameterizedTest
	@CsvSource({ "''", "6901234567892", "https://huhang.example.cn/cases/HH2024-AL-330000-0007",
			"/verify/HH2024-AL-330000-0007/1", "/verify/HH2024-AL-330000-0007/99999999/0abc",
			"/verify/<script>/1/0abc" })
	@DisplayName("别的内容不当作本系统的二维码")
	void readsNothingElse(String text) {
		assertThat(PageCode.read(text)).isEmpty();
	}

	private static PaperCount count(String copies, String pages, String matching, String... seals) {
		return new PaperCount("case", copies, pages, List.of(seals), matching, "");
	}

}
