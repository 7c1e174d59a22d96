package io.huhang.region;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 附件2 成效突出地区申报书 as typed: every field is text under its key, so that a draft keeps
 * whatever a person entered. Which fields there are the campaign says
 * ({@link RegionCall}), as {@link RegionFields} lists them. Empty text means not filled.
 *
 * @param values by key, without what is not filled
 */
public record RegionForm(@JsonValue SortedMap<String, String> values) {

	/** Key of 申报方向, which the start form has fixed. */
	static final String DIRECTION = "direction";

	/** Key of 申报单位名称, before the place of the unit: 0 leads, 1 joins. */
	static final String UNIT_NAME = "unitName-";

	/** Key of the warnings that were confirmed, with blanks between. */
	static final String CONFIRMATIONS = "confirmations";

	// Far more than there are rules: what comes behind was never shown to anybody.
	private static final int MOST_CONFIRMATIONS = 200;

	/** Nothing is ever null: what a browser leaves out was not filled. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RegionForm(Map<String, String> values) {
		this(values.entrySet()
			.stream()
			.filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, TreeMap::new)));
	}

	public RegionForm {
		values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
	}

	/**
	 * The draft a new application starts with: only what is known of it.
	 * @param unitNames who applies, the lead first (R14, C14)
	 */
	public static RegionForm empty(String direction, List<String> unitNames) {
		return new RegionForm(new TreeMap<>()).identified(direction, unitNames);
	}

	/** The same form of exactly this application, whatever a browser sent. */
	RegionForm identified(String direction, List<String> unitNames) {
		SortedMap<String, String> known = new TreeMap<>(this.values);
		known.keySet().removeIf(key -> key.startsWith(UNIT_NAME));
		known.put(DIRECTION, direction);
		for (int i = 0; i < unitNames.size(); i++) {
			known.put(UNIT_NAME + i, unitNames.get(i));
		}
		return new RegionForm(known);
	}

	/** What stands at this key; empty for nothing. */
	public String at(String key) {
		return this.values.getOrDefault(key, "");
	}

	/** 申报方向, code. */
	public String direction() {
		return at(DIRECTION);
	}

	/** 申报单位, the lead first. */
	public List<String> unitNames() {
		return Stream.of(at(UNIT_NAME + 0), at(UNIT_NAME + 1)).filter(name -> !name.isEmpty()).toList();
	}

	/** The same form with another text at this key. */
	public RegionForm with(String key, String text) {
		SortedMap<String, String> changed = new TreeMap<>(this.values);
		changed.put(key, Objects.requireNonNull(text));
		return new RegionForm((Map<String, String>) changed);
	}

	/** The warnings that the person has confirmed. */
	List<String> confirmations() {
		return Stream.of(at(CONFIRMATIONS).split(" "))
			.filter(key -> !key.isEmpty())
			.distinct()
			.limit(MOST_CONFIRMATIONS)
			.toList();
	}

}
