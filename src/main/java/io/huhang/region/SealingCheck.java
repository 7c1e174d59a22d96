package io.huhang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Problem;

/**
 * What a sealed application must have before it leaves (附件2 封面, 填表须知; 通知二（三）).
 *
 * @param joint whether two authorities apply
 * @param scanned whether the sealed scan is there
 * @param paperCopies originals of every item
 * @param listOpen whether there is a list that it can go along with
 */
record SealingCheck(boolean joint, boolean scanned, int paperCopies, boolean listOpen) {

	private static final String COVER = "附件2 申报单位（盖章）";

	private static final String CLAUSE = "通知二（三）";

	/** Everything that is missing, apart from the parcel. */
	List<Problem> problems(RegionSealing sealing) {
		List<Problem> problems = new ArrayList<>();
		tick(problems, sealing.seal(), new Problem("seal", "请确认申报书封面已加盖申报单位公章。", COVER));
		tick(problems, sealing.crossSeal(), new Problem("crossSeal", "请确认申报书已加盖骑缝章。", "附件2 填表须知"));
		if (this.joint) {
			tick(problems, sealing.partnerSeal(), new Problem("partnerSeal", "请确认申报书封面已加盖联合申报单位公章。", COVER));
		}
		if (!this.scanned) {
			problems.add(new Problem("sealedScan", "请上传用印后的申报书扫描件。", COVER));
		}
		if (!Integer.toString(this.paperCopies).equals(sealing.copies())) {
			problems.add(new Problem("copies", "申报书（含附件）须为纸质原件一式%d份，请清点后填写份数。".formatted(this.paperCopies), CLAUSE));
		}
		way(sealing).ifPresent(problems::add);
		return problems;
	}

	private Optional<Problem> way(RegionSealing sealing) {
		return switch (sealing.way()) {
			case RegionSealing.ALONE -> Optional.empty();
			case RegionSealing.WITH_LIST -> this.listOpen ? Optional.empty()
					: Optional.of(new Problem("way", "目前没有尚未寄出的案例推荐材料，不能随其统一寄送，请选择单独寄送。", CLAUSE));
			default -> Optional.of(new Problem("way", "请选择寄送方式。", CLAUSE));
		};
	}

	private static void tick(List<Problem> problems, String tick, Problem missing) {
		if (!"true".equals(tick)) {
			problems.add(missing);
		}
	}

}
