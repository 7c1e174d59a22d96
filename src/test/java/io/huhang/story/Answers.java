package io.huhang.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What applicants were told before the kills: the product must stand by it. */
final class Answers {

	private final List<String> lines = new ArrayList<>();

	void add(Collection<String> output) {
		this.lines.addAll(output);
	}

	static boolean isAnswer(String line) {
		return line.matches("(%s|%s|%s) \\S+ \\S+ \\%s".formatted(BusyApplicants.OPENED, BusyApplicants.SAVED,
				BusyApplicants.SUBMITTED, BusyApplicants.END));
	}

	/** Numbers given, with the enterprise each was given to; none was given twice. */
	Map<String, String> opened() {
		Map<String, String> opened = new HashMap<>();
		of(BusyApplicants.OPENED).forEach(words -> assertThat(opened.put(words[1], words[2])).as(words[1]).isNull());
		return opened;
	}

	/** The newest draft version that each number was told. */
	Map<String, Integer> saved() {
		Map<String, Integer> saved = new HashMap<>();
		of(BusyApplicants.SAVED).forEach(words -> saved.merge(words[1], Integer.valueOf(words[2]), Math::max));
		return saved;
	}

	/** Numbers whose form was accepted. */
	List<String> submitted() {
		return of(BusyApplicants.SUBMITTED).map(words -> words[1]).sorted().toList();
	}

	private Stream<String[]> of(String what) {
		return this.lines.stream()
			.filter(Answers::isAnswer)
			.map(line -> line.split(" "))
			.filter(words -> words[0].equals(what));
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines);
	}

}
