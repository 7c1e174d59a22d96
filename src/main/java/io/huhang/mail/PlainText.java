package io.huhang.mail;

import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * The words of a letter without its markup. Works on our own templates only: there every
 * {@code <} of a user's text is escaped, so a tag is a tag.
 */
final class PlainText {

	private static final Pattern COMMENT = Pattern.compile("<!--[^-]*+(?:-(?!->)[^-]*+)*+-->");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern TAG = Pattern.compile("<[^>]*+>");

	private static final Pattern AROUND_LINE_END = Pattern.compile("[ \\t]*+\n[ \\t\n]*+");

	private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>");

	private static final Pattern LINE_END = Pattern.compile("<br\\s*/?>|</(p|tr|div|li)>");

	private PlainText() {
	}

	static String of(String html) {
		String oneLine = SPACES.matcher(COMMENT.matcher(shown(html)).replaceAll("")).replaceAll(" ");
		String linked = LINK.matcher(oneLine).replaceAll("$2：$1").replace("</th>", "：");
		String lines = TAG.matcher(LINE_END.matcher(linked).replaceAll("\n")).replaceAll("");
		return AROUND_LINE_END.matcher(HtmlUtils.htmlUnescape(lines)).replaceAll("\n").strip() + "\n";
	}

	private static String shown(String html) {
		int body = html.indexOf("<body");
		return (body < 0) ? html : html.substring(html.indexOf('>', body) + 1);
	}

}
