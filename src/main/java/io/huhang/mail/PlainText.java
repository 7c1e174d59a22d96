package io.huhang.mail;

import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * The words of a letter without its markup. Works on our own templates only: there every
 * {@code <} of a user's text is escaped, so a tag is a tag.
 */
final class PlainText {

	private static final Pattern NOT_SHOWN = Pattern.compile("(?s)^.*?<body[^>]*>|<!--.*?-->");

	private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>");

	private static final Pattern LINE_END = Pattern.compile("<br\\s*/?>|</(p|tr|div|li)>");

	private PlainText() {
	}

	static String of(String html) {
		String oneLine = NOT_SHOWN.matcher(html).replaceAll("").replaceAll("\\s+", " ");
		String linked = LINK.matcher(oneLine).replaceAll("$2：$1").replace("</th>", "：");
		String lines = LINE_END.matcher(linked).replaceAll("\n").replaceAll("<[^>]*>", "");
		return HtmlUtils.htmlUnescape(lines).replaceAll("[ \\t]*\n[ \\t]*", "\n").replaceAll("\n{2,}", "\n").strip()
				+ "\n";
	}

}
