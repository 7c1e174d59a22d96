package io.huhang.recommendation;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.TypedDay;

/**
 * 文号 and 成文日期 of a 报送函 (GB/T 9704—2012, 7.2.5 and 7.3.5).
 *
 * @param approvedOn when the list was signed: the letter is no older
 * @param today the last day that it may bear
 */
record CoveringLetterRule(LocalDate approvedOn, LocalDate today) {

	/** What is typed for a letter without 文号. */
	static final String NONE = "无";

	private static final String EXAMPLE = "如“浙经信网安〔2024〕12号”；不编文号的填“无”。";

	private static final String NUMBER_CLAUSE = "GB/T 9704—2012 7.2.5";

	private static final String DATE_CLAUSE = "GB/T 9704—2012 7.3.5";

	private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}{2,20}〔20\\d{2}〕[1-9]\\d{0,4}号");

	/** As people type it: other brackets, 第, zeros before the number, or no 号. */
	private static final Pattern LIKELY = Pattern
		.compile("(\\p{IsHan}{2,20})[(\\[{<【〖〔『「〈《](20\\d{2})年?[)\\]}>】〗〕』」〉》]第?0*([1-9]\\d{0,4})号?");

	/** Everything that stands against these two as typed. */
	List<Problem> check(String number, String date) {
		List<Problem> problems = new ArrayList<>();
		checkNumber(number).map(text -> new Problem("letterNumber", text, NUMBER_CLAUSE)).ifPresent(problems::add);
		checkDate(date).map(text -> new Problem("letterDate", text, DATE_CLAUSE)).ifPresent(problems::add);
		return problems;
	}

	private static Optional<String> checkNumber(String number) {
		if (number.isEmpty()) {
			return Optional.of("请填写报送函文号，" + EXAMPLE);
		}
		if (number.equals(NONE) || NUMBER.matcher(number).matches()) {
			return Optional.empty();
		}
		Matcher likely = LIKELY.matcher(Normalizer.normalize(number, Form.NFKC).replaceAll("\\s", ""));
		return Optional.of(likely.matches()
				? "文号“%s”应改为“%s〔%s〕%s号”：年份用六角括号“〔〕”括入，顺序号不加“第”字、不编虚位、后加“号”字。".formatted(number, likely.group(1),
						likely.group(2), likely.group(3))
				: "文号“%s”格式不对，请按发文机关代字、年份、顺序号填写，%s".formatted(number, EXAMPLE));
	}

	private Optional<String> checkDate(String date) {
		return new TypedDay("报送函成文日期", date).fault("请填写报送函成文日期。", this::checkDay);
	}

	private Optional<String> checkDay(LocalDate day) {
		if (day.isAfter(this.today)) {
			return Optional.of("报送函成文日期不能晚于今天。");
		}
		return day.isBefore(this.approvedOn)
				? Optional.of("报送函成文日期不能早于名单签发日期（%s）。".formatted(ChineseDates.day(this.approvedOn))) : Optional.empty();
	}

}
