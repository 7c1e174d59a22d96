package io.huhang.document;

import java.util.ArrayList;
import java.util.List;

/**
 * 一件纸质材料: what must arrive of one paper, and what is missing of it (R21, R30). It knows
 * paper alone and nothing of lists or regions, so it lies here, beside the {@link Stamp}
 * on its pages: whoever receives a list and whoever receives a region's application count
 * by the same rule, and their modules may not use each other.
 *
 * @param key names it among the papers that arrive together
 * @param title as people call it
 * @param stamp what each of its pages carries
 * @param copies originals that are required (一式两份)
 * @param pages pages of each original; 0 where the record does not know
 * @param seals what each original must carry
 */
public record PaperItem(String key, String title, Stamp stamp, int copies, int pages, List<PaperSeal> seals) {

	/** What a page in hand has to do with this item. */
	public enum Match {

		/** A page of this very revision. */
		SAME,
		/** A page of a revision that another has replaced. */
		OLDER,
		/** It bears this number, but no page of the record is like it. */
		DIFFERENT,
		/** A page of something else. */
		FOREIGN

	}

	/** Compares a page with the record. */
	public Match match(PageCode code) {
		if (!code.number().equals(this.stamp.number())) {
			return Match.FOREIGN;
		}
		if (code.revision() < this.stamp.revision()) {
			return Match.OLDER;
		}
		return code.revision() == this.stamp.revision() && code.fingerprint().equalsIgnoreCase(fingerprint())
				? Match.SAME : Match.DIFFERENT;
	}

	/** The fingerprint as printed. */
	public String fingerprint() {
		return Stamp.shorten(this.stamp.fingerprint());
	}

	/** Whether everything that can be counted was counted, whatever came of it. */
	public boolean isCounted(PaperCount count) {
		return !count.copies().isEmpty() && (this.pages == 0 || arrived(count) == 0 || !count.pages().isEmpty());
	}

	/**
	 * What cannot be so as it was typed, each in a Chinese clause without a full stop.
	 */
	public List<String> faults(PaperCount count) {
		List<String> faults = new ArrayList<>();
		if (!count.copies().isEmpty() && PaperCount.number(count.copies()) < 0) {
			faults.add("份数请填写数字，没有收到的填0");
		}
		if (arrived(count) > this.copies) {
			faults.add("登记%d份，多于应报送的%d份，请重新清点，多出的退回".formatted(arrived(count), this.copies));
		}
		if (!count.pages().isEmpty() && PaperCount.number(count.pages()) < 0) {
			faults.add("每份页数请填写数字");
		}
		return faults;
	}

	/** What is missing, each in a Chinese clause without a full stop; nothing for 齐全. */
	public List<String> missing(PaperCount count) {
		if (arrived(count) <= 0) {
			return List.of("应收原件%d份，未收到".formatted(this.copies));
		}
		List<String> missing = new ArrayList<>();
		if (arrived(count) < this.copies) {
			missing.add("应收原件%d份，收到%d份".formatted(this.copies, arrived(count)));
		}
		this.seals.stream()
			.filter(seal -> !count.seals().contains(seal.key()))
			.forEach(seal -> missing.add("缺" + seal.label()));
		if (this.pages > 0 && PaperCount.number(count.pages()) != this.pages) {
			missing.add("每份应为%d页，%s".formatted(this.pages,
					count.pages().isEmpty() ? "页数未清点" : "收到的为" + count.pages() + "页"));
		}
		if (!count.matches()) {
			missing.add("版本和内容指纹未核对一致（应为第%d版，%s）".formatted(this.stamp.revision(), fingerprint()));
		}
		return missing;
	}

	private static int arrived(PaperCount count) {
		return PaperCount.number(count.copies());
	}

}
