package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.huhang.application.CaseForm;
import io.huhang.recommendation.Ranking.Entry;

/**
 * What differs between two versions of a list, as people read it: cases that came, went,
 * moved or are judged otherwise, and texts that were edited.
 *
 * @param forms of every case on either of them
 */
record ListChanges(RankedList before, RankedList after, Map<String, CaseForm> forms) {

	private static final String NONE = "名单、顺序、理由和简述均没有改动。";

	/** In the order of the newer version; one that says so if nothing differs. */
	List<String> sentences() {
		Map<String, Entry> old = byNumber(this.before.ranking());
		Map<String, Entry> present = byNumber(this.after.ranking());
		Set<String> moved = moved();
		List<String> sentences = new ArrayList<>();
		present.forEach((number, entry) -> {
			List<String> changes = changes(old.get(number), entry, moved.contains(number));
			if (!changes.isEmpty()) {
				sentences.add("“%s”：%s。".formatted(name(number), String.join("，", changes)));
			}
		});
		old.keySet()
			.stream()
			.filter(number -> !present.containsKey(number))
			.map(number -> "“%s”：原为%s，已不在名单中。".formatted(name(number), place(this.before, number)))
			.forEach(sentences::add);
		if (!this.before.ranking().excessReason().equals(this.after.ranking().excessReason())) {
			sentences.add("超额说明有改动。");
		}
		return sentences.isEmpty() ? List.of(NONE) : sentences;
	}

	private List<String> changes(Entry old, Entry entry, boolean moved) {
		String number = entry.caseNumber();
		String place = place(this.after, number);
		if (old == null) {
			return List.of("新列入，" + place);
		}
		List<String> changes = new ArrayList<>();
		if (moved || !old.is(entry.opinion())) {
			changes.add("由%s改为%s".formatted(place(this.before, number), place));
		}
		else if (!old.reason().equals(entry.reason())) {
			changes.add("%s的理由有改动".formatted(entry.opinion().label()));
		}
		CaseForm form = this.forms.get(number);
		if (!this.before.texts().summary(number, form).equals(this.after.texts().summary(number, form))) {
			changes.add("简述有改动");
		}
		return changes;
	}

	private String name(String number) {
		return this.forms.get(number).caseName();
	}

	private static String place(RankedList list, String number) {
		Opinion opinion = byNumber(list.ranking()).get(number).opinion();
		int index = numbers(list, opinion).indexOf(number);
		return (opinion == Opinion.DECLINE) ? opinion.label() : "%s第%d位".formatted(opinion.label(), index + 1);
	}

	// Those that only gave way to another one have not been moved.
	private Set<String> moved() {
		Set<String> moved = new HashSet<>();
		for (Opinion opinion : List.of(Opinion.RECOMMEND, Opinion.RESERVE)) {
			List<String> old = numbers(this.before, opinion);
			List<String> common = numbers(this.after, opinion).stream().filter(old::contains).toList();
			moved.addAll(common);
			moved.removeAll(kept(common, common.stream().map(old::indexOf).toList()));
		}
		return moved;
	}

	// The longest series of cases whose order among each other is the same as before.
	private static List<String> kept(List<String> numbers, List<Integer> places) {
		int[] length = new int[numbers.size()];
		int[] previous = new int[numbers.size()];
		Arrays.fill(previous, -1);
		int last = -1;
		for (int at = 0; at < length.length; at++) {
			length[at] = 1;
			for (int earlier = 0; earlier < at; earlier++) {
				if (places.get(earlier) < places.get(at) && length[earlier] + 1 > length[at]) {
					length[at] = length[earlier] + 1;
					previous[at] = earlier;
				}
			}
			last = (last < 0 || length[at] >= length[last]) ? at : last;
		}
		List<String> kept = new ArrayList<>();
		for (int at = last; at >= 0; at = previous[at]) {
			kept.add(numbers.get(at));
		}
		return kept;
	}

	private static List<String> numbers(RankedList list, Opinion opinion) {
		return list.ranking().of(opinion).stream().map(Entry::caseNumber).toList();
	}

	private static Map<String, Entry> byNumber(Ranking ranking) {
		Map<String, Entry> entries = new LinkedHashMap<>();
		ranking.entries().forEach(entry -> entries.put(entry.caseNumber(), entry));
		return entries;
	}

}
