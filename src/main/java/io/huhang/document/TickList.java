package io.huhang.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boxes as the annex prints them: □ and, where ticked, ■ (no free Chinese font has ☐ and
 * ☑).
 */
public final class TickList {

	private final List<String> boxes = new ArrayList<>();

	/** One more box. */
	public TickList add(String label, boolean ticked) {
		this.boxes.add((ticked ? "■" : "□") + label);
		return this;
	}

	/** A box for each label, of which this one is ticked. */
	public TickList addAll(Collection<String> labels, String ticked) {
		labels.forEach(label -> add(label, label.equals(ticked)));
		return this;
	}

	/** So many boxes in a line; full-width blanks put them in columns. */
	public String lines(int perLine) {
		int column = column(perLine);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.boxes.size(); i++) {
			String box = this.boxes.get(i);
			text.append(endsLine(i, perLine) ? box + "\n" : box + "　".repeat(column - box.length()));
		}
		return text.toString().stripTrailing();
	}

	/** As wide as the widest box that another one follows. */
	private int column(int perLine) {
		return IntStream.range(0, this.boxes.size())
			.filter(i -> !endsLine(i, perLine))
			.map(i -> this.boxes.get(i).length() + 1)
			.max()
			.orElse(0);
	}

	private boolean endsLine(int i, int perLine) {
		return (i + 1) % perLine == 0 || i + 1 == this.boxes.size();
	}

}
