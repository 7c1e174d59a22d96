package io.huhang.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.campaign.Campaign;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The letters' words: {@code letters/<kind>.html} in a common layout with the notice's
 * contacts at the foot (通知三).
 */
@Component
class LetterTemplates {

	private static final Pattern NEEDS = Pattern.compile("<!--/\\* needs: ([\\w ]+) \\*/-->");

	private static final Pattern TITLE = Pattern.compile("(?s)<title>(.*?)</title>");

	private static final Pattern WORDS = Pattern.compile("(?s)<body>(.*)</body>");

	/** How those of earlier versions begin: kept with their frame. */
	private static final String WHOLE = "<!DOCTYPE html>";

	/** Not a bean, or the pages of the web module would be looked for among letters. */
	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	// A template never changes while it runs.
	private final Map<String, List<String>> needs = new ConcurrentHashMap<>();

	private final Campaign campaign;

	LetterTemplates(Campaign campaign) {
		this.campaign = campaign;
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(getClass().getClassLoader());
		resolver.setPrefix("letters/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.engine.setTemplateResolver(resolver);
	}

	/**
	 * The letter of this kind.
	 * @throws IllegalArgumentException if there is no such kind or the model lacks what
	 * it needs
	 */
	Rendered render(String kind, Map<String, Object> model) {
		List<String> missing = this.needs.computeIfAbsent(kind, this::needs)
			.stream()
			.filter(key -> model.get(key) == null)
			.toList();
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("letter %s lacks %s".formatted(kind, missing));
		}
		Map<String, Object> complete = new HashMap<>(notice());
		complete.putAll(model);
		String html = this.engine.process(kind, new Context(Locale.CHINA, complete));
		return new Rendered(title(html), words(html));
	}

	/** The whole letter around its words; empty if they are forgotten. */
	String framed(String title, String words) {
		if (words.isEmpty() || words.startsWith(WHOLE)) {
			return words;
		}
		Map<String, Object> model = new HashMap<>(notice());
		model.put("title", title);
		model.put("words", words);
		return this.engine.process("frame", new Context(Locale.CHINA, model));
	}

	private Map<String, Object> notice() {
		return Map.of("contacts", this.campaign.contacts(), "mailbox", this.campaign.mailbox(), "address",
				this.campaign.address(), "postcode", this.campaign.postcode(), "documentNumber",
				this.campaign.documentNumber(), "campaignTitle", this.campaign.title(), "issuer",
				this.campaign.issuer());
	}

	/** The first line of a template names the keys without which it says nothing. */
	private List<String> needs(String kind) {
		Matcher needs = NEEDS.matcher(source(kind));
		if (!needs.find()) {
			throw new IllegalArgumentException("unknown letter " + kind);
		}
		return Arrays.asList(needs.group(1).split(" "));
	}

	private String source(String kind) {
		String path = "letters/%s.html".formatted(kind);
		try (InputStream in = kind.matches("[a-z-]+") ? getClass().getClassLoader().getResourceAsStream(path) : null) {
			return (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String title(String html) {
		Matcher title = TITLE.matcher(html);
		if (!title.find()) {
			throw new IllegalStateException("letter without title");
		}
		return HtmlUtils.htmlUnescape(title.group(1)).replaceAll("[\\s\\p{Cc}]+", " ").strip();
	}

	private static String words(String html) {
		Matcher words = WORDS.matcher(html);
		if (!words.find()) {
			throw new IllegalStateException("letter without words");
		}
		return words.group(1).strip();
	}

	/**
	 * What a letter says, without the frame that all share; {@code title} becomes the
	 * mail's subject.
	 */
	record Rendered(String title, String words) {
	}

}
