package io.huhang.recommendation;

import java.time.LocalDate;
import java.util.List;

import io.huhang.document.Stamp;

/**
 * What one 附件3 典型案例推荐汇总表 is made from.
 *
 * @param recommenders 推荐单位, one or, for a joint recommendation, two names (C14)
 * @param rows the cases in the order of recommendation (通知二（二）)
 */
public record Annex3(Stamp stamp, List<String> recommenders, LocalDate date, List<Row> rows, String contactName,
		String contactPhone) {

	/**
	 * One case; 序号 is its place in the list.
	 *
	 * @param category 企业类别 by its annex-3 label (C2)
	 * @param direction 案例申报方向 by its annex-3 label (C5)
	 * @param summary 简述, at most 100 字 (R82)
	 */
	public record Row(String caseName, String unitName, String category, String direction, String summary,
			String contactName, String contactPhone) {
	}

}
