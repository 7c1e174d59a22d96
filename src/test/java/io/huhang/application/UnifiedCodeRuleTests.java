package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("统一社会信用代码（附件1 一，R34，C10）")
class UnifiedCodeRuleTests {

	private static final String LABEL = "“组织机构代码/三证合一码”";

	private final Rule rule = new UnifiedCodeRule();

	@ParameterizedTest
	@ValueSource(strings = { "914403001922038216", "9144030071526726XG", "91330100799655058B", "91110000802100433B",
			"91110108551385082Q", "91440300192317458F", "91100000100003962T", "911100001000044477",
			"91440400192548256N", "9144030027939873X7", "91350900587527783P", "91330000733796106P",
			"9111000071093123XX" })
	@DisplayName("接受校验位正确的18位代码")
	void acceptsRightCodes(String code) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", code))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9144030071526726xg", "９14403001922038216", "9144 0300 1922 0382 16",
			"914403-001922038216", " 914403001922038216\t", "９１４４０３００７１５２６７２６ｘｇ", "914403\u00A0001922038216",
			"914403001922038216\u200B", "91440300—192203821—6" })
	@DisplayName("小写、全角、空格和连字符先统一再校验")
	void acceptsRightCodesTypedOddly(String code) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", code))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "914403001922038217", "914403001922083216", "914403001922039216", "914403001870826678",
			"91350900587527232L" })
	@DisplayName("校验位不符：请对照营业执照逐位核对")
	void refusesAWrongCheckDigit(String code) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", code))).containsExactly(
				new Problem("unifiedCode", LABEL + "校验不通过（末位校验码与前17位不符），可能有一位填错或两位颠倒，请对照营业执照逐位核对。", "附件1 一、申报单位基本情况"));
	}

	@ParameterizedTest
	@CsvSource({ "91440300192203821O,第18位“O”（可能是数字0）", "9I4403001922038216,第2位“I”（可能是数字1）",
			"91440300192203821S,第18位“S”（可能是数字5）", "91110000802100433Z,第18位“Z”（可能是数字2）",
			"9144030071526726XV,第18位“V”（可能是字母U）", "9144O3001922038216,第5位“O”（可能是数字0）",
			"9I4403OO1922038216,第2位“I”（可能是数字1）、第7位“O”（可能是数字0）、第8位“O”（可能是数字0）" })
	@DisplayName("不使用的字母I、O、S、V、Z：说明是第几位、可能是什么")
	void refusesLettersThatTheStandardLeavesOut(String code, String found) {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", code)))
			.containsExactly(LABEL + "不使用字母I、O、S、V、Z，现" + found + "，请对照营业执照修改。");
	}

	@ParameterizedTest
	@CsvSource({ "91440300192203821,现17位，应为18位，少1位，请对照营业执照核对。", "9144030019220382160,现19位，应为18位，多1位，请对照营业执照核对。",
			"9,现1位，应为18位，少17位，请对照营业执照核对。" })
	@DisplayName("位数不对：少几位、多几位")
	void refusesAWrongLength(String code, String text) {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", code))).containsExactly(LABEL + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "73379610-6", "733796106", "71093123X" })
	@DisplayName("9位组织机构代码没有理由：请改填18位统一社会信用代码，或说明理由（C10）")
	void asksForTheEighteenCharactersInsteadOfTheOrganizationCode(String code) {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", code)))
			.containsExactly(LABEL + "填写的是9位组织机构代码，请改填营业执照上的18位统一社会信用代码；执照上没有18位代码、确需填写9位代码的，请在“填写9位组织机构代码的理由”中说明。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "73379610-6", "733796106", "７１０９３１２３－ｘ" })
	@DisplayName("9位组织机构代码写明理由的：接受（C10）")
	void acceptsTheOrganizationCodeWithAReason(String code) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("unifiedCode", code).with("unifiedCodeReason", "执照尚未换发三证合一。")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "733796106,无,unifiedCodeReason,“填写9位组织机构代码的理由”过于简单，请说明没有18位统一社会信用代码的原因。",
			"91330000733796106P,执照尚未换发三证合一。,unifiedCodeReason,“填写9位组织机构代码的理由”只在填写9位组织机构代码时填写，请清空。" })
	@DisplayName("理由过于简单、18位代码旁写了理由：说明怎样修改（C10）")
	void refusesAReasonThatSaysNothingOrStandsBesideTheNewCode(String code, String reason, String field, String text) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("unifiedCode", code).with("unifiedCodeReason", reason)))
			.containsExactly(new Problem(field, text, "附件1 一、申报单位基本情况"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "73379610-7", "733796160", "71093123-0" })
	@DisplayName("9位组织机构代码连自身的校验也不通过：一并说明")
	void namesAWrongCheckDigitOfTheOrganizationCode(String code) {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", code)))
			.containsExactly(LABEL + "填写的是9位组织机构代码，且校验不通过（末位校验码与前8位不符），请改填营业执照上的18位统一社会信用代码。");
	}

	@Test
	@DisplayName("15位旧注册号：请改填18位统一社会信用代码")
	void asksForTheEighteenCharactersInsteadOfTheRegistrationNumber() {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", "440301103097413")))
			.containsExactly(LABEL + "填写的是15位旧营业执照注册号，请改填营业执照上的18位统一社会信用代码。");
	}

	@Test
	@DisplayName("行政区划码的位置出现字母")
	void refusesALetterInTheRegion() {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", "9144A3001922038216")))
			.containsExactly(LABEL + "第3至8位是登记机关行政区划码，应为数字，现第5位为“A”，请对照营业执照修改。");
	}

	@ParameterizedTest
	@CsvSource({ "9144030019220382.6,.", "91440300192203821中,中", "91440300192203821😀,😀" })
	@DisplayName("出现数字和大写英文字母以外的字符")
	void refusesOtherCharacters(String code, String character) {
		assertThat(Checks.texts(this.rule, CaseForms.aCase().with("unifiedCode", code)))
			.containsExactly(LABEL + "只能由数字和大写英文字母组成，现含有“" + character + "”，请删改。");
	}

	@Test
	@DisplayName("主体标识码不合GB 11714而校验位正确的代码：请核对，可以确认")
	void asksAboutACodeWhoseInnerCodeIsOdd() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", "914403001922038229")))
			.singleElement()
			.satisfies(doubt -> assertThat(doubt.blocks()).isFalse())
			.extracting(Problem::text)
			.isEqualTo(LABEL + "第9至17位（192203822）与组织机构代码的校验规则不符，请对照营业执照逐位核对；执照上确为此代码的，确认后可继续。");
	}

	@Test
	@DisplayName("事业单位的代码：请核对申报主体，可以确认")
	void asksAboutACodeThatIsNoEnterprises() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", "12100000400000624D")))
			.singleElement()
			.satisfies(doubt -> assertThat(doubt.blocks()).isFalse())
			.extracting(Problem::text)
			.isEqualTo(LABEL + "以“12”开头，不是企业的代码（企业以“91”开头），本次遴选由企业申报，请核对申报主体。");
	}

}
