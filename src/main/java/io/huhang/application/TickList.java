package io.huhang.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Boxes as the annex prints them: □ and, where ticked, ■ (no free Chinese font has ☐ and
 * ☑).
 */
final class TickList {

	private final List<String> boxes = new ArrayList<>();

	TickList add(String label, boolean ticked) {
		this.boxes.add((ticked ? "■" : "□") + label);
		return this;
	}

	TickList addAll(Collection<String> labels, String ticked) {
		labels.forEach(label -> add(label, label.equals(ticked)));
		return this;
	}

	/** So many boxes in a line; full-width blanks put them in columns. */
	String lines(int perLine) {
		int widest = this.boxes.stream().mapToInt(String::length).max().orElse(0);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.boxes.size(); i++) {
			boolean lastInLine = (i + 1) % perLine == 0 || i + 1 == this.boxes.size();
			String box = this.boxes.get(i);
			text.append(lastInLine ? box + "\n" : box + "　".repeat(widest + 1 - box.length()));
		}
		return text.toString().stripTrailing();
	}

}
