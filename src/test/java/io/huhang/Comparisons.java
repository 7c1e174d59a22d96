package io.huhang;

import java.util.List;
import java.util.Map;

import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicComparison;
import io.huhang.electronic.ElectronicComparison.Item;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicSet;

/** The electronic set of a list or a region as the coordinator compares it. */
public final class Comparisons {

	private final ElectronicComparisons comparisons;

	private final ElectronicSet set;

	private final Drafts drafts;

	public Comparisons(ElectronicComparisons comparisons, ElectronicSet set, Drafts drafts) {
		this.comparisons = comparisons;
		this.set = set;
		this.drafts = drafts;
	}

	/** Drafts that everything agrees. */
	public void same(String number) {
		differs(number, Map.of());
	}

	/** Drafts that everything agrees but these, by key, of which this is said. */
	public void differs(String number, Map<String, String> differences) {
		List<Item> items = this.comparisons.items(this.set, number)
			.stream()
			.filter(item -> item.exemption().isEmpty())
			.map(item -> new Item(item.key(),
					differences.containsKey(item.key()) ? ElectronicComparison.DIFFERS : ElectronicComparison.SAME,
					differences.getOrDefault(item.key(), "")))
			.toList();
		save(number, new ElectronicComparison(items, ""));
	}

	/** Drafts this. */
	public void save(String number, ElectronicComparison comparison) {
		String form = this.comparisons.form(number);
		int version = this.drafts.find(number, form).map(Draft::version).orElse(0);
		this.drafts.save(number, form, version, comparison, Cast.COORDINATOR.id());
	}

}
