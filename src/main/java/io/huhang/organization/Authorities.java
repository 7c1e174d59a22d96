package io.huhang.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.ConfigFiles;
import io.huhang.campaign.CsvRow;
import io.huhang.organization.Authority.Line;

import org.springframework.stereotype.Component;

/** The addressees of the notice (R1), from {@code config/authorities.csv}. */
@Component
public class Authorities {

	// 国家市场监督管理总局 registers under this region.
	private static final String STATE_OFFICE = "100000";

	private final Map<String, Authority> byKey = new LinkedHashMap<>();

	Authorities(ConfigFiles files) {
		for (CsvRow row : CsvRow.read(files.find("authorities.csv"), "code", "province", "line", "name", "enabled")) {
			Authority authority = authority(row);
			if (this.byKey.putIfAbsent(authority.key(), authority) != null) {
				throw row.invalid("code", "a pair of code and line that stands only once");
			}
		}
	}

	/** Those that take part, in the order of the table. */
	public List<Authority> enabled() {
		return this.byKey.values().stream().filter(Authority::enabled).toList();
	}

	/** All rows of the table, the disabled ones too. */
	public List<Authority> all() {
		return List.copyOf(this.byKey.values());
	}

	/**
	 * The authority of this key.
	 * @throws IllegalArgumentException if there is none
	 */
	public Authority get(String key) {
		Authority authority = this.byKey.get(key);
		if (authority == null) {
			throw new IllegalArgumentException("unknown authority " + key);
		}
		return authority;
	}

	/**
	 * With whom this authority may recommend or apply jointly: the other line of the same
	 * region (通知一（二）, 二（二）); empty where there is none.
	 */
	public Optional<Authority> partner(Authority authority) {
		return enabled().stream()
			.filter(other -> other.code().equals(authority.code()) && other.line() != authority.line())
			.findFirst();
	}

	/** The names of these authorities in the order given, as one line. */
	public String names(List<String> keys) {
		return keys.stream().map(key -> get(key).name()).collect(Collectors.joining("、"));
	}

	/** Whether an enterprise may hand its application to the authority of this key. */
	public boolean accepts(String key) {
		return this.byKey.containsKey(key) && this.byKey.get(key).enabled();
	}

	/**
	 * The 工信 authority of the place that registered an enterprise (places 3 to 8 of its
	 * code): that of a city with its own line in the plan, else that of the province.
	 * Empty for an enterprise that the state's own office registered.
	 */
	public Optional<Authority> ofPlace(String uscc) {
		return Stream.of(uscc.substring(2, 6) + "00", uscc.substring(2, 4) + "0000")
			.map(code -> this.byKey.get(code + "-iit"))
			.filter(authority -> authority != null && authority.enabled())
			.findFirst();
	}

	/**
	 * Whether an authority takes part in the province that registered an enterprise, or
	 * the state's own office did: of any other code nobody could be asked.
	 */
	public boolean servesPlace(String uscc) {
		return uscc.startsWith(STATE_OFFICE, 2) || this.byKey.values()
			.stream()
			.anyMatch(authority -> authority.enabled() && uscc.startsWith(authority.code().substring(0, 2), 2));
	}

	private static Authority authority(CsvRow row) {
		if (!row.value("code").matches("\\d{6}")) {
			throw row.invalid("code", "six digits of GB/T 2260");
		}
		if (!row.value("line").matches("IIT|CA")) {
			throw row.invalid("line", "IIT or CA");
		}
		if (!row.value("enabled").matches("true|false")) {
			throw row.invalid("enabled", "true or false");
		}
		if (row.value("name").isEmpty()) {
			throw row.invalid("name", "the authority's full name");
		}
		return new Authority(row.value("code"), row.value("province"), Line.valueOf(row.value("line")),
				row.value("name"), Boolean.parseBoolean(row.value("enabled")));
	}

}
