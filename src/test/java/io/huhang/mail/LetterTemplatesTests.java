package io.huhang.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.SqlTest;
import io.huhang.mail.LetterTemplates.Rendered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.web.util.HtmlUtils;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SqlTest
@SpringJUnitConfig(classes = MailSlice.class, initializers = ConfigDataApplicationContextInitializer.class)
class LetterTemplatesTests {

	@Autowired
	LetterTemplates templates;

	/** A letter with its frame. */
	private record Whole(String title, String html, String text) {
	}

	static Stream<String> kinds() {
		return Sample.KINDS.stream();
	}

	private Whole render(String kind, Map<String, Object> model) {
		model.putIfAbsent("recipientName", "张三");
		model.putIfAbsent("number", Sample.NUMBER);
		Rendered rendered = this.templates.render(kind, model);
		String html = this.templates.framed(rendered.title(), rendered.words());
		return new Whole(rendered.title(), html, PlainText.of(html));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	@DisplayName("每封信写明收件人、编号、登录后链接和通知所列联系人（通知三）")
	void everyLetterNamesRecipientNumberLinkAndContacts(String kind) {
		Whole letter = render(kind, Sample.model());

		assertThat(letter.title()).contains(Sample.NUMBER);
		assertThat(letter.html()).contains("href=\"http://localhost:8080/cases/HH2024-AL-330000-0007?a=1&amp;b=2\"")
			.doesNotContain(" th:", "<th:", "[[", "needs:");
		assertThat(letter.text()).startsWith("护航新型工业化网络安全典型案例和成效突出地区遴选\n张三：\n您好！\n")
			.contains("编号：HH2024-AL-330000-0007\n", "：http://localhost:8080/cases/HH2024-AL-330000-0007?a=1&b=2\n",
					"依据：工网安函〔2024〕926号\n工业和信息化部网络安全管理局：肖俊芳　010-68206207\n"
							+ "工业和信息化部网络安全管理局：马娟　010-68206207\n申报咨询：张瑜　15701311081\n申报咨询：黄海波　15210838512\n"
							+ "邮箱：zhangyu8@caict.ac.cn\n地址：北京市西城区西长安街13号，100804\n");
		assertThat(Pattern.compile("null|\\[|[A-Za-z]+=").matcher(letter.text().replaceAll("http\\S+", "")).find())
			.isFalse();
	}

	static Stream<String> every() {
		return new LetterKinds().labels().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("every")
	@DisplayName("每种信都有中文类型名、中文标题、网页和纯文本，两者文字相同，没有残留的模板语法")
	void everyKindHasALabelAndBothForms(String kind) {
		Map<String, Object> model = Sample.model();
		List<String> needs = new LetterKinds().header(kind).needs();
		if (needs.contains("lines")) {
			model.putAll(Map.of("lines", Sample.lines(), "count", 2));
		}
		needs.forEach(need -> model.putIfAbsent(need, "样例" + need));

		Whole letter = render(kind, model);

		assertThat(new LetterKinds().labels().get(kind)).containsPattern("\\p{IsHan}").hasSizeLessThanOrEqualTo(12);
		assertThat(letter.title()).containsPattern("\\p{IsHan}{4}").doesNotContain("[[", "${");
		assertThat(letter.html()).startsWith("<!DOCTYPE html>")
			.contains("<html lang=\"zh-CN\"", "charset=\"UTF-8\"")
			.doesNotContain(" th:", "<th:", "[[", "${", "/*");
		assertThat(letters(letter.text())).isEqualTo(letters(visible(letter.html())));
	}

	// What a browser shows, without links' addresses and the marks between lines.
	private static String visible(String html) {
		return HtmlUtils.htmlUnescape(html.replaceAll("(?s)^.*?<body[^>]*>|<[^>]*>", " "));
	}

	private static String letters(String text) {
		return text.replaceAll("：?https?://\\S+", "").replaceAll("[\\s：]", "");
	}

	@ParameterizedTest
	@MethodSource("every")
	@DisplayName("写明要保留的期限的信，期限取自其内容所必需的一项")
	void aDateToKeepIsNeeded(String kind) {
		LetterHeader header = new LetterKinds().header(kind);

		assertThat(header.keeps().stream()).allSatisfy(keeps -> {
			assertThat(header.needs().contains(keeps.field()) || kind.equals("case-to-check")).isTrue();
			assertThat(keeps.key()).hasSizeLessThanOrEqualTo(40);
		});
	}

	@Test
	@DisplayName("退回补正：标题、意见逐行、期限（纯文本与网页内容一致）")
	void returnedCaseSaysWhyLineByLineAndUntilWhen() {
		Whole letter = render("case-returned", Sample.model());

		assertThat(letter.title()).isEqualTo("典型案例申报材料需要补正（HH2024-AL-330000-0007）");
		assertThat(letter.text().lines().skip(3).limit(12)).containsExactly("经浙江省经济和信息化厅审核，贵单位申报的典型案例材料需要补正，现予退回。",
				"编号：HH2024-AL-330000-0007", "案例名称：离散制造工厂工业互联网安全分类分级实践", "申报单位：杭州示例制造有限公司", "申报方向：工业互联网安全分类分级",
				"推荐单位：浙江省经济和信息化厅", "补正意见：", "1. 单位名称与公章不一致；", "2. 评测报告缺少<结论>页。",
				"请于2024年12月31日24:00前登录系统，按照补正意见修改并重新提交；逾期未提交的，按逾期未报处理。",
				"补正申报材料：http://localhost:8080/cases/HH2024-AL-330000-0007?a=1&b=2", "依据：工网安函〔2024〕926号");
	}

	@Test
	@DisplayName("用户填写的文字按原样显示，不当作网页代码")
	void userTextIsEscapedInHtmlAndPlainInText() {
		Map<String, Object> model = Sample.model();
		model.put("caseName", "<script>alert(1)</script><img src=x>&\"'");
		model.put("reason", "<b>x</b> [[${link}]]");
		model.put("recipientName", "</title><b>李四</b>");

		Whole letter = render("case-refused", model);

		assertThat(letter.html()).doesNotContain("<script", "<img", "<b>");
		assertThat(letter.text()).contains("案例名称：<script>alert(1)</script><img src=x>&\"'\n", "<b>x</b> [[${link}]]\n",
				"</title><b>李四</b>：\n");
	}

	@Test
	@DisplayName("十万字、控制字符、表情和各种模板语法在信中只是文字，不被执行")
	void runsNothingOfWhatWasTyped() {
		Map<String, Object> model = Sample.model();
		model.put("caseName", "{{7*7}}${7*7}#{7*7}*{7*7}[(${7*7})]__${7*7}__👍");
		model.put("reason", "字".repeat(100_000) + "\u0000\u0008#{T(java.lang.Runtime)}");

		Whole letter = render("case-refused", model);

		assertThat(letter.text())
			.contains("案例名称：{{7*7}}${7*7}#{7*7}*{7*7}[(${7*7})]__${7*7}__👍\n", "字".repeat(100_000))
			.contains("#{T(java.lang.Runtime)}")
			.doesNotContain("49");
	}

	@Test
	@DisplayName("尚未填写案例名称时，信中不出现空行")
	void letterAboutAnUnnamedCaseLeavesTheRowOut() {
		Map<String, Object> model = Sample.model();
		model.remove("caseName");

		assertThat(render("case-overdue", model).text()).doesNotContain("案例名称");
		assertThat(render("case-overdue", Sample.model()).text()).contains("案例名称：离散制造工厂");
	}

	@Test
	@DisplayName("缺少必需内容或没有该种信函时，程序立即报错")
	void lackingContentAndUnknownKindAreProgrammingErrors() {
		Map<String, Object> model = Sample.model();
		model.remove("reason");

		assertThatIllegalArgumentException().isThrownBy(() -> render("case-returned", model))
			.withMessage("letter case-returned lacks [reason]");
		assertThatIllegalArgumentException().isThrownBy(() -> render("layout", Sample.model()))
			.withMessage("unknown letter layout");
		assertThatIllegalArgumentException().isThrownBy(() -> render("../application", Sample.model()))
			.withMessage("unknown letter ../application");
	}

}
