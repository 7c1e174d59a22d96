package io.huhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Person;
import io.huhang.recommendation.ClosingDates;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Camunda's webapps in Chinese: the shipped English with our dictionary
 * ({@code webapps/zh.json}) laid over it, so that no key is ever missing.
 */
@RestController
class WebappLocales {

	static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

	private static final String DATES = "dateLocales";

	private final ObjectMapper json;

	private final Map<String, ObjectNode> locales;

	private final Campaign campaign;

	private final ClosingDates closingDates;

	WebappLocales(ObjectMapper json, Campaign campaign, ClosingDates closingDates) {
		this.json = json;
		this.campaign = campaign;
		this.closingDates = closingDates;
		JsonNode dictionary = read("webapps/zh.json");
		this.locales = APPS.stream()
			.collect(Collectors.toUnmodifiableMap(Function.identity(), app -> overlay(app, dictionary)));
	}

	@GetMapping(path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/locales/zh.json",
			produces = "application/json;charset=UTF-8")
	ObjectNode locale(@PathVariable String app, Person person) {
		ObjectNode locale = this.locales.get(app).deepCopy();
		((ObjectNode) locale.get("labels")).put("BANNER_CE_EOL_TEXT", banner(person));
		return locale;
	}

	private ObjectNode overlay(String app, JsonNode dictionary) {
		ObjectNode locale = (ObjectNode) read(
				"META-INF/resources/webjars/camunda/app/%s/locales/en.json".formatted(app));
		ObjectNode labels = (ObjectNode) locale.get("labels");
		labels.setAll((ObjectNode) dictionary.get("common"));
		labels.setAll((ObjectNode) dictionary.get(app));
		locale.set(DATES, dictionary.get(DATES));
		return locale;
	}

	/** What the campaign says on every page, where Camunda announces its end of life. */
	private String banner(Person person) {
		return HtmlUtils.htmlEscape("%s（%s）：材料报送截止 %s".formatted(this.campaign.title(), this.campaign.documentNumber(),
				ChineseDates.deadline(this.closingDates.ofReader(person))), StandardCharsets.UTF_8.name());
	}

	private JsonNode read(String path) {
		try {
			String text = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
			// The shipped files begin with a byte order mark, which JSON does not know.
			return this.json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("locale of the webapps is missing: " + path, failure);
		}
	}

}
