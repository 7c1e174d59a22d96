package io.huhang.application;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;

import org.springframework.stereotype.Component;

/** The fields of annex 1 with their labels, as a page lists them for reading. */
@Component
public class PrintedFields {

	private final Campaign campaign;

	PrintedFields(Campaign campaign) {
		this.campaign = campaign;
	}

	/** Label and text of every field that is filled, in the annex's order. */
	public Map<String, String> of(CaseForm form) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (CaseField field : CaseField.values()) {
			String value = text(field, form);
			if (!value.isBlank()) {
				fields.put(field.label(), value);
			}
		}
		return fields;
	}

	/** What people read in this field; empty where nothing is filled. */
	String text(CaseField field, CaseForm form) {
		return switch (field.key()) {
			case "ownership" -> this.campaign.ownership(form.ownership()).map(Campaign.Ownership::label).orElse("");
			case "direction" -> this.campaign.direction(form.direction()).map(Campaign.Direction::formLabel).orElse("");
			case "categories" -> form.categories()
				.stream()
				.flatMap(code -> this.campaign.category(code).stream())
				.map(Campaign.Category::formLabel)
				.collect(Collectors.joining("、"));
			case "ownsRights", "appliesAlone", "noSecrets", "preCheckWanted" ->
				"true".equals(field.value(form)) ? "是" : "";
			case "signerRole" -> form.role().label();
			case "filingDate", "establishedOn", "workFrom", "workTo" -> date(String.valueOf(field.value(form)));
			case "evidence" -> "";
			default -> String.valueOf(field.value(form));
		};
	}

	// A founding date may be a year and a month only.
	private static String date(String text) {
		return switch (text.length()) {
			case 10 -> ChineseDates.day(LocalDate.parse(text));
			case 7 -> YearMonth.parse(text).getYear() + "年" + YearMonth.parse(text).getMonthValue() + "月";
			default -> text;
		};
	}

}
