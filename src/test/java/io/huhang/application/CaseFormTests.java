package io.huhang.application;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@DisplayName("申报表的写法统一（附件1）")
class CaseFormTests {

	@Test
	@DisplayName("新草稿只有单位、代码和方向")
	void startsWithWhatIsKnown() {
		CaseForm form = CaseForm.empty("甲公司", "91330000733796106P", "D1");

		assertThat(Stream.of(CaseField.values()).filter(field -> !field.value(form).isEmpty()))
			.containsExactly(CaseField.UNIT_NAME, CaseField.UNIFIED_CODE, CaseField.DIRECTION, CaseField.SIGNER_ROLE);
		assertThat(form.categories()).isEmpty();
	}

	@Test
	@DisplayName("浏览器没有发送的栏目是空文本")
	void takesWhatIsMissingForEmpty() {
		CaseForm form = CaseForms.aCase().without("summary").without("categories").form();

		assertThat(form.summary()).isEmpty();
		assertThat(form.categories()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "unifiedCode,９１３３ 0000-733796106p,91330000733796106P", "contactPhone,+86 138-0013-8000,13800138000",
			"contactPhone,（0571）8765 4321 转 801,0571-87654321-801", "fax,０５７１－８７６５４３２１,0571-87654321",
			"email,' ｚ＠ｑｑ.com ',z@qq.com", "registeredCapitalWan,'1,234.50万元',1234.50",
			"registeredCapitalWan,'1,5','1,5'", "filingDate,２０２４－１１－１１,2024-11-11", "filingDate,2024年11月5日,2024-11-05",
			"filingDate,2024.1.5,2024-01-05", "filingDate,2024/11/05,2024-11-05", "filingDate,20241105,2024-11-05",
			"filingDate,2024 年 11 月 5 日,2024-11-05", "establishedOn,2001年3月,2001-03", "establishedOn,2001.3,2001-03",
			"workTo,2024年10月,2024-10", "establishedOn,二〇〇一年,二〇〇一年", "filingDate,20241301,2024-13-01",
			"direction,' D1 ',D1", "unitName,'　甲（集团）有限公司 ',甲（集团）有限公司" })
	@DisplayName("代码、电话、邮箱、数额统一为半角，名称保留全角括号")
	void writesCodesAndNumbersOneWay(String field, String typed, String expected) {
		CaseForm form = CaseForms.aCase().with(field, typed).form().normalised();

		assertThat(CaseField.of(field).orElseThrow().value(form)).isEqualTo(expected);
	}

	@Test
	@DisplayName("正文统一换行，去掉行尾空格和不可见字符，保留首行缩进、表情和尖括号")
	void cleansTexts() {
		CaseForm form = CaseForms.aCase()
			.with("overview", "　　第一段 \r\n\r第\u0000二\u202E段\u000B<b>三</b>\u2028\t👨\u200D👩\uD800　\n\n ")
			.with("caseName", " 案例\r\n名称\u0007 ")
			.form()
			.normalised();

		assertThat(form.overview()).isEqualTo("　　第一段\n\n第二段\n<b>三</b>\n\t👨\u200D👩");
		assertThat(form.caseName()).isEqualTo("案例 名称");
	}

	@Test
	@DisplayName("康熙部首、部首补充、兼容汉字改为通用的字，全角标点不动（填表须知四）")
	void unifiesLookalikes() {
		CaseForm form = CaseForms.aCase()
			.with("caseName", "⼯业⻋联⽹，⻓⻔⻚⻰（２）①㎡")
			.with("overview", "\uF9DC\uFA19⺫〇")
			.form()
			.normalised();

		assertThat(form.caseName()).isEqualTo("工业车联网，长门页龙（２）①㎡");
		assertThat(form.overview()).isEqualTo("隆神罒〇");
	}

	@Test
	@DisplayName("没有通用字的部首原样保留，由打印规则提示")
	void keepsRadicalsWithoutACharacter() {
		assertThat(CaseForms.aCase().with("overview", "⺀一⻊").form().normalised().overview()).isEqualTo("⺀一⻊");
	}

	@Test
	@DisplayName("类别去掉空白和重复，主类别仍在第一")
	void keepsTheMainCategoryFirst() {
		CaseForm form = CaseForms.aCase()
			.with("categories", List.of(" PLATFORM ", "", "INDUSTRIAL", "PLATFORM"))
			.form()
			.normalised();

		assertThat(form.categories()).containsExactly("PLATFORM", "INDUSTRIAL");
	}

	@Test
	@DisplayName("再统一一次不再变化")
	void changesNothingTheSecondTime() {
		CaseForm once = CaseForms.aCase()
			.with("contactPhone", "（0571）8765 4321 转 801")
			.with("overview", "　一 \r\n 二\u00A0")
			.form()
			.normalised();

		assertThat(once.normalised()).isEqualTo(once);
	}

	@Test
	@DisplayName("一百万个空格也立即统一")
	void answersAVeryLongInputAtOnce() {
		CaseForm form = CaseForms.aCase().with("overview", " ".repeat(1_000_000) + "字").form();

		assertTimeoutPreemptively(Duration.ofSeconds(5), form::normalised);
	}

	@Test
	@DisplayName("每一栏都有名称和条款，键与表单一致")
	void namesEveryFieldOfTheForm() {
		assertThat(Stream.of(CaseField.values()).map(CaseField::key))
			.containsExactlyInAnyOrderElementsOf(Stream.of(CaseForm.class.getRecordComponents())
				.map(RecordComponent::getName)
				.filter(name -> !name.equals("confirmations"))
				.toList());
	}

}
