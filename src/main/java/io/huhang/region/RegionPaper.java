package io.huhang.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;

/**
 * Annex 2 as filled in, with what lies beside it: what the rules look at.
 *
 * @param form the normalised form
 * @param today the date of the injected clock in the notice's zone
 * @param proof files that prove （四） (R77)
 * @param lists the normalised 附名单 by their keys
 */
record RegionPaper(RegionScope scope, RegionFields fields, RegionForm form, LocalDate today, List<StoredFile> proof,
		Map<String, NameList> lists) {

	String at(String key) {
		return this.form.at(key);
	}

	/** The number in this blank, if the direction shows it and it is one. */
	Optional<BigDecimal> number(String key) {
		return TypedNumber.of(at("number-" + key));
	}

	/** The numbers in these blanks together, if each of them is one. */
	Optional<BigDecimal> sum(List<String> keys) {
		return keys.stream().allMatch(key -> number(key).isPresent())
				? keys.stream().map(key -> number(key).orElseThrow()).reduce(BigDecimal::add) : Optional.empty();
	}

	boolean isPositive(String key) {
		return number(key).filter(number -> number.signum() > 0).isPresent();
	}

	/** The label of this number. */
	String label(String key) {
		return field(key).label();
	}

	NameList list(ListKind kind) {
		return this.lists.getOrDefault(kind.key(), NameList.EMPTY);
	}

	/** A problem at this number. */
	Problem problem(String key, String text) {
		return field(key).problem(text);
	}

	/** A doubt about this number. */
	Problem warning(String key, String text) {
		return field(key).warning(text, at("number-" + key));
	}

	private RegionField field(String key) {
		return this.fields.find("number-" + key).orElseThrow();
	}

}
