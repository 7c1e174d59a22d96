package io.huhang.organization;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Undoes what input methods, phones and copying from Word do to typed text. */
public final class TypedText {

	// Control characters but tab and newline, lone surrogates, and invisible marks that
	// could turn the order of printed text round. Joiners stay, emoji need them.
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cc}&&[^\\t\\n]]|\\p{Cs}|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

	/** 康熙部首, 部首补充 and 兼容汉字; full-width marks are none of them. */
	private static final Pattern LOOKALIKE = Pattern.compile("[\\u2E80-\\u2FDF\\uF900-\\uFAFF\\x{2F800}-\\x{2FA1F}]");

	/** 部首补充 that are characters by themselves, each before its unified form. */
	private static final String RADICALS = "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺛旡⺝月⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒"
			+ "⺷羊⺹耂⺻聿⺼肉⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龟⻲亀⻳龟";

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](?:(\\d{1,2})日?)?)?");

	private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	// A pattern with a repeated group must not meet a text of any length.
	private static final int LONGEST_AMOUNT = 40;

	// Characters that nobody sees, but that turn the order of a text round on the screen
	// or
	// stand for something that was lost in copying. Line ends of any kind, tabs and marks
	// without width are no loss.
	private static final Pattern HIDDEN = Pattern
		.compile("[\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x85]]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");

	private TypedText() {
	}

	/**
	 * What to tell of hidden characters that a text as typed holds, as words that follow
	 * the name of its field: paper has none of them, so they are taken out (填表须知四).
	 */
	public static Optional<String> hidden(String typed) {
		Matcher found = HIDDEN.matcher(typed);
		if (!found.find()) {
			return Optional.empty();
		}
		int place = typed.codePointCount(0, found.start()) + 1;
		long count = HIDDEN.matcher(typed).results().count();
		String others = (count > 1) ? "起共有%d个".formatted(count) : "有";
		return Optional.of("第%d字处%s不可见的控制字符（U+%04X），多为复制时带入，定稿时将自动去掉，打印件上没有；请核对该处文字和顺序，或删除后重新输入。".formatted(place,
				others, typed.codePointAt(found.start())));
	}

	/**
	 * Text of several lines: one kind of line end, nothing invisible, no blanks behind.
	 */
	public static String text(String typed) {
		String visible = INVISIBLE.matcher(unified(typed).replaceAll("\\R", "\n"))
			.replaceAll("")
			.replace('\u00A0', ' ');
		return visible.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).stripTrailing();
	}

	/**
	 * Radicals and compatibility forms, as copying from a PDF leaves them, become the
	 * characters that they look like: paper and screen are then found by the same words.
	 */
	private static String unified(String typed) {
		return LOOKALIKE.matcher(typed).replaceAll(found -> unifiedForm(found.group()));
	}

	private static String unifiedForm(String lookalike) {
		int form = RADICALS.indexOf(lookalike);
		return (form < 0) ? Normalizer.normalize(lookalike, Form.NFKC) : RADICALS.substring(form + 1, form + 2);
	}

	/** Text of one line. */
	public static String line(String typed) {
		return text(typed).replaceAll("[\\n\\t]+", " ").strip();
	}

	/** Full-width digits, letters and marks become ASCII. */
	public static String number(String typed) {
		return line(Normalizer.normalize(line(typed), Form.NFKC));
	}

	/**
	 * A day or a month as 2024-11-05 or 2024-11, whether written 2024年11月5日, 2024.11.5,
	 * 2024/11 or 20241105; anything else stays for a rule to name.
	 */
	public static String date(String typed) {
		String plain = BLANKS.matcher(number(typed)).replaceAll("");
		Matcher written = DATE
			.matcher(plain.matches("\\d{8}") ? COMPACT_DATE.matcher(plain).replaceFirst("$1-$2-$3") : plain);
		if (!written.matches()) {
			return number(typed);
		}
		String month = "%s-%02d".formatted(written.group(1), Integer.parseInt(written.group(2)));
		return (written.group(3) == null) ? month : month + "-%02d".formatted(Integer.parseInt(written.group(3)));
	}

	/** 统一社会信用代码: upper case, no blanks, no hyphens. */
	public static String unifiedCode(String typed) {
		return UnifiedCode.plain(number(typed));
	}

	/**
	 * A telephone or fax number: no blanks, one kind of hyphen, 转 before an extension.
	 */
	public static String phone(String typed) {
		return PhoneNumber.plain(number(typed));
	}

	/** An amount in 万元: no unit behind, no separators between thousands. */
	public static String amount(String typed) {
		String plain = BLANKS.matcher(number(typed)).replaceAll("").replaceFirst("万元?$", "");
		return (plain.length() <= LONGEST_AMOUNT && GROUPED.matcher(plain).matches()) ? plain.replace(",", "") : plain;
	}

}
