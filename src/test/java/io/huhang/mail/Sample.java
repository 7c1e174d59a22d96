package io.huhang.mail;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Campaign;

/** What the letters of these tests are about. */
final class Sample {

	static final String NUMBER = "HH2024-AL-330000-0007";

	static final List<String> KINDS = List.of("case-pre-check-passed", "case-pre-check-returned", "case-filed",
			"case-to-check", "case-returned", "case-refused", "case-recommended", "case-not-recommended",
			"case-overdue", "case-correction-overdue", "case-admitted", "case-withdrawal-asked",
			"case-withdrawal-granted", "case-withdrawal-declined", "recommendation-case-withdrawn",
			"recommendation-overdue", "package-sent", "recommendation-signed-on-paper", "paper-registered",
			"joint-consent-asked", "joint-consent-void", "recommendation-excess-refused", "recommendation-list-refused",
			"case-not-received", "paper-missing", "electronic-set-differs", "electronic-set-corrected",
			"recommendation-reopening-asked", "recommendation-reopened", "recommendation-not-reopened",
			"joint-act-given-up", "recommendation-transferred", "region-opening-asked", "region-opening-answered",
			"region-returned", "region-consent-asked", "region-consent-void", "region-signed-on-paper", "region-sealed",
			"region-package-sent", "region-paper-registered", "region-paper-missing", "region-overdue",
			"region-withdrawn", "region-taken-back", "formality-correction", "formality-refused");

	private Sample() {
	}

	/** Where the date to keep is the end of this day. */
	static Map<String, Object> dated(String lastDay) {
		Map<String, Object> model = model();
		model.put("deadline", LocalDate.parse(lastDay).plusDays(1).atStartOfDay(Campaign.ZONE).toInstant());
		return model;
	}

	static Map<String, Object> model() {
		Map<String, Object> model = new HashMap<>(Map.of("caseName", "离散制造工厂工业互联网安全分类分级实践", "enterpriseName",
				"杭州示例制造有限公司", "direction", "工业互联网安全分类分级", "authorityName", "浙江省经济和信息化厅", "reason",
				"1. 单位名称与公章不一致；\n2. 评测报告缺少<结论>页。", "deadline", "2024年12月31日24:00", "daysLeft", 7, "link",
				"http://localhost:8080/cases/HH2024-AL-330000-0007?a=1&b=2"));
		model.putAll(Map.of("signer", "周样例", "signedOn", "2024年12月20日", "recorder", "丙样例", "decision", "同意", "category",
				"工业互联网平台企业"));
		model.putAll(Map.of("version", 2, "caseCount", 12, "linkUntil", "2024年12月11日24:00", "limit", "2025年1月8日24:00",
				"from", "丙样例", "taskLabel", "复核排序"));
		model.putAll(Map.of("recommendedCount", 21, "cap", 20, "refusedCases",
				List.of("离散制造工厂工业互联网安全分类分级实践（杭州示例制造有限公司，HH2024-AL-330000-0007）")));
		model.putAll(Map.of("missing", List.of("第1个案例“离散制造工厂工业互联网安全分类分级实践”：应收原件2份，收到1份；缺骑缝章。")));
		model.putAll(Map.of("sender", "推荐单位", "differences", List.of("报送函：扫描件缺页。"), "replaced", List.of("报送函"),
				"remark", "已重新扫描。"));
		model.putAll(Map.of("step", "审核", "revision", 2, "refused", true, "along", false, "listNumber",
				"HH2024-TJ-330000-iit"));
		model.put("former", "2024年12月17日24:00");
		// One line of each table that a letter shows.
		return model;
	}

	/** One line of each table that a letter shows. */
	static List<Map<String, Object>> lines() {
		return List.of(Map.of("what", "填写申报书", "subject", NUMBER, "gaps", List.of("尚未填写成效与亮点。"), "deadline",
				"2024年12月17日24:00", "authority", "浙江省经济和信息化厅", "open", "审核2项"));
	}

}
