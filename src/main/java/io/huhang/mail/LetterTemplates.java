package io.huhang.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
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

	private static final Pattern TITLE = Pattern.compile("(?s)<title>(.*?)</title>");

	private static final Pattern WORDS = Pattern.compile("(?s)<body>(.*)</body>");

	/** How those of earlier versions begin: kept with their frame. */
	private static final String WHOLE = "<!DOCTYPE html>";

	private static final String PLACE_OF_TITLE = "place-of-the-title";

	private static final String PLACE_OF_WORDS = "place-of-the-words";

	/** Not a bean, or the pages of the web module would be looked for among letters. */
	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final LetterKinds kinds;

	private final Campaign campaign;

	private volatile String frame;

	LetterTemplates(LetterKinds kinds, Campaign campaign) {
		this.kinds = kinds;
		this.campaign = campaign;
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(getClass().getClassLoader());
		resolver.setPrefix("letters/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.engine.setTemplateResolver(resolver);
	}

	/**
	 * The letter of this kind. An instant in the model is shown as people say it.
	 * @throws IllegalArgumentException if there is no such kind or the model lacks what
	 * it needs
	 */
	Rendered render(String kind, Map<String, Object> model) {
		LetterHeader header = this.kinds.header(kind);
		List<String> missing = header.needs().stream().filter(key -> model.get(key) == null).toList();
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("letter %s lacks %s".formatted(kind, missing));
		}
		Map<String, Object> complete = new HashMap<>(notice());
		complete.putAll(model);
		complete.replaceAll((key, value) -> (value instanceof Instant until) ? ChineseDates.deadline(until) : value);
		String html = this.engine.process(kind, new Context(Locale.CHINA, complete));
		return new Rendered(title(html), words(html), header.keeps().flatMap(keeps -> date(keeps, model)));
	}

	private static Optional<DateToKeep> date(LetterHeader.Keeps keeps, Map<String, Object> model) {
		return (model.get(keeps.field()) instanceof Instant until) ? Optional.of(new DateToKeep(keeps.key(), until, 0))
				: Optional.empty();
	}

	/** The whole letter around its words; empty if they are forgotten. */
	String framed(String title, String words) {
		if (words.isEmpty() || words.startsWith(WHOLE)) {
			return words;
		}
		String[] around = frame().split(PLACE_OF_WORDS, 2);
		String escaped = HtmlUtils.htmlEscape(title, StandardCharsets.UTF_8.name());
		return around[0].replace(PLACE_OF_TITLE, escaped) + words + around[1].replace(PLACE_OF_TITLE, escaped);
	}

	// The same for every letter: laid out once, since thousands leave in one go.
	private String frame() {
		String laidOut = this.frame;
		if (laidOut == null) {
			Map<String, Object> model = new HashMap<>(notice());
			model.put("title", PLACE_OF_TITLE);
			model.put("words", PLACE_OF_WORDS);
			laidOut = this.engine.process("frame", new Context(Locale.CHINA, model));
			this.frame = laidOut;
		}
		return laidOut;
	}

	private Map<String, Object> notice() {
		return Map.of("contacts", this.campaign.contacts(), "mailbox", this.campaign.mailbox(), "address",
				this.campaign.address(), "postcode", this.campaign.postcode(), "documentNumber",
				this.campaign.documentNumber(), "campaignTitle", this.campaign.title(), "issuer",
				this.campaign.issuer());
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
	record Rendered(String title, String words, Optional<DateToKeep> date) {
	}

}
