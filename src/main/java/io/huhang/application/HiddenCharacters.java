package io.huhang.application;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 填表须知四: characters that nobody sees, but that turn the order of a text round on the
 * screen or stand for something that was lost in copying. Paper has none of them, so they
 * are taken out, and the applicant is told where. Read from the form as typed.
 */
final class HiddenCharacters {

	// Line ends of any kind, tabs and marks without width are no loss.
	private static final Pattern HIDDEN = Pattern
		.compile("[\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x85]]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");

	private HiddenCharacters() {
	}

	/** A doubt at each field that holds some. */
	static Stream<Problem> in(CaseForm typed) {
		return Arrays.stream(CaseField.values()).flatMap(field -> in(field, typed));
	}

	private static Stream<Problem> in(CaseField field, CaseForm typed) {
		String text = field.value(typed);
		Matcher found = HIDDEN.matcher(text);
		if (!found.find()) {
			return Stream.empty();
		}
		int place = text.codePointCount(0, found.start()) + 1;
		long count = HIDDEN.matcher(text).results().count();
		String others = (count > 1) ? "起共有%d个".formatted(count) : "有";
		return Stream.of(field.warning("第%d字处%s不可见的控制字符（U+%04X），多为复制时带入，定稿时将自动去掉，打印件上没有；请核对该处文字和顺序，或删除后重新输入。"
			.formatted(place, others, text.codePointAt(found.start())), typed));
	}

}
