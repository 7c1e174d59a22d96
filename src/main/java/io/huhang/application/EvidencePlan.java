package io.huhang.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.attachment.StoredFile;
import io.huhang.organization.TypedText;

/**
 * What the applicant's files prove. The files themselves stay where they are: one may
 * stand for several slots, and one without a slot is 其他补充材料.
 *
 * @param files slots by file id, in the order in which people assigned them
 * @param waivers the written reason of a slot without a file
 * @param dates the day or month that stands on the paper, by file id, as far as given
 */
public record EvidencePlan(Map<String, List<String>> files, Map<String, String> waivers, Map<String, String> dates) {

	private static final String EXTRA = "其他补充材料";

	/** Nothing is ever null: what a browser leaves out was not said. */
	public EvidencePlan {
		Map<String, List<String>> assigned = new LinkedHashMap<>();
		if (files != null) {
			files.forEach((file, slots) -> assigned.put(file, distinct(slots)));
		}
		Map<String, String> reasons = new LinkedHashMap<>();
		if (waivers != null) {
			waivers.forEach((slot, reason) -> reasons.put(slot, (reason != null) ? reason : ""));
		}
		Map<String, String> given = new LinkedHashMap<>();
		if (dates != null) {
			dates.forEach((file, date) -> given.put(file, (date != null) ? date : ""));
		}
		files = Collections.unmodifiableMap(assigned);
		waivers = Collections.unmodifiableMap(reasons);
		dates = Collections.unmodifiableMap(given);
	}

	/** Without dates. */
	public EvidencePlan(Map<String, List<String>> files, Map<String, String> waivers) {
		this(files, waivers, Map.of());
	}

	/** Nothing assigned yet. */
	public static EvidencePlan empty() {
		return new EvidencePlan(Map.of(), Map.of());
	}

	/** This file in these slots, and nothing else. */
	public static EvidencePlan of(String fileId, List<EvidenceSlot> slots) {
		return new EvidencePlan(Map.of(fileId, slots.stream().map(EvidenceSlot::id).toList()), Map.of());
	}

	/** The files of this slot, in the order of all files. */
	public List<StoredFile> in(EvidenceSlot slot, List<StoredFile> all) {
		return all.stream().filter(file -> slots(file).contains(slot.id())).toList();
	}

	/** What this file proves, in the words of the annex; 其他补充材料 for nothing asked for. */
	public String titles(StoredFile file, List<EvidenceSlot> slots) {
		String titles = slots.stream()
			.filter(slot -> slots(file).contains(slot.id()))
			.map(EvidenceSlot::title)
			.collect(Collectors.joining("、"));
		return titles.isEmpty() ? EXTRA : titles;
	}

	/** What this file proves and the date that stands on it, as people read it. */
	public String described(StoredFile file, List<EvidenceSlot> slots) {
		return titles(file, slots) + (date(file).isEmpty() ? "" : "，材料日期" + date(file));
	}

	/** The day or month that stands on this paper; empty where it was not given. */
	String date(StoredFile file) {
		return this.dates.getOrDefault(file.id().toString(), "");
	}

	/** The slots that were waived, with the reason: “评测报告：…”. */
	public List<String> waived(List<EvidenceSlot> slots) {
		return slots.stream()
			.filter(slot -> !waiver(slot).isEmpty())
			.map(slot -> "%s：未提供。理由：%s".formatted(slot.title(), waiver(slot)))
			.toList();
	}

	/** The files as they are bound: in the order of the slots, 其他补充材料 last. */
	List<StoredFile> ordered(List<StoredFile> all, List<EvidenceSlot> slots) {
		return Stream.concat(slots.stream().flatMap(slot -> in(slot, all).stream()), all.stream()).distinct().toList();
	}

	/** The written reason for this slot; empty for none. */
	public String waiver(EvidenceSlot slot) {
		return this.waivers.getOrDefault(slot.id(), "");
	}

	/**
	 * What holds for exactly these files and slots: what a revision freezes. A reason
	 * beside a file is void.
	 */
	EvidencePlan limitedTo(List<StoredFile> present, List<EvidenceSlot> slots) {
		Set<String> known = slots.stream().map(EvidenceSlot::id).collect(Collectors.toSet());
		Map<String, List<String>> assigned = new LinkedHashMap<>();
		for (StoredFile file : present) {
			List<String> kept = slots(file).stream().filter(known::contains).toList();
			if (!kept.isEmpty()) {
				assigned.put(file.id().toString(), kept);
			}
		}
		Map<String, String> reasons = new LinkedHashMap<>();
		slots.stream()
			.filter(slot -> slot.mayBeWaived() && in(slot, present).isEmpty() && !waiver(slot).isEmpty())
			.forEach(slot -> reasons.put(slot.id(), waiver(slot)));
		Map<String, String> kept = new LinkedHashMap<>();
		present.stream()
			.filter(file -> !date(file).isEmpty())
			.forEach(file -> kept.put(file.id().toString(), date(file)));
		return new EvidencePlan(assigned, reasons, kept);
	}

	/**
	 * A copy whose reasons hold no invisible characters, and whose dates are written one
	 * way.
	 */
	EvidencePlan normalised() {
		Map<String, String> reasons = new LinkedHashMap<>();
		this.waivers.forEach((slot, reason) -> reasons.put(slot, TypedText.line(reason)));
		Map<String, String> written = new LinkedHashMap<>();
		this.dates.forEach((file, date) -> written.put(file, TypedText.date(date)));
		return new EvidencePlan(this.files, reasons, written);
	}

	private List<String> slots(StoredFile file) {
		return this.files.getOrDefault(file.id().toString(), List.of());
	}

	private static List<String> distinct(List<String> slots) {
		return (slots != null) ? slots.stream().filter(Objects::nonNull).distinct().toList() : List.of();
	}

}
