package io.huhang.region;

import java.util.List;
import java.util.Optional;

import io.huhang.region.RegionCall.Block;
import io.huhang.region.RegionCall.Part;
import io.huhang.region.RegionCall.Quantity;
import io.huhang.region.RegionCall.Section;

/** What one direction fills in of annex 2 (R58, R70). */
record RegionScope(RegionCall call, List<Part> parts) {

	/**
	 * Everything that the direction of this form shows; a form without one shows both
	 * parts.
	 */
	static RegionScope of(RegionCall call, RegionForm form) {
		return new RegionScope(call,
				call.direction(form.direction()).map(RegionCall.Direction::parts).orElse(List.of(Part.values())));
	}

	boolean shows(Part part) {
		return part == null || this.parts.contains(part);
	}

	List<Block> blocks() {
		return this.call.blocks().stream().filter(block -> shows(block.part())).toList();
	}

	/** The sections that are written. */
	List<Section> sections() {
		return this.call.sections()
			.stream()
			.filter(section -> section.label() != null && shows(section.part()))
			.toList();
	}

	List<ListKind> lists() {
		return this.call.lists().stream().filter(list -> list.counts().stream().allMatch(this::counts)).toList();
	}

	Optional<ListKind> list(String key) {
		return lists().stream().filter(list -> list.key().equals(key)).findFirst();
	}

	List<Quantity> numbers() {
		return blocks().stream()
			.flatMap(block -> block.rows().stream())
			.flatMap(row -> row.numbers().stream())
			.toList();
	}

	private boolean counts(String key) {
		return numbers().stream().anyMatch(number -> number.key().equals(key));
	}

}
