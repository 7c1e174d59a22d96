package io.huhang.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.huhang.application.EvidenceSlot.Force;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Problem;

/** Asks rules without Spring, on a Tuesday in November 2024. */
final class Checks {

	static final Campaign CAMPAIGN = Campaigns.packaged();

	static final LocalDate TODAY = LocalDate.of(2024, 11, 12);

	// Domain matrix; that the table says the same is tested beside the table.
	private static final Set<String> ELIGIBLE = Set.of("D1 INDUSTRIAL", "D1 PLATFORM", "D1 IDENTIFIER", "D2 VEHICLE",
			"D2 VEHICLE_PLATFORM", "D3 INDUSTRIAL", "D4 SECURITY", "D4 CONTROL_PRODUCT", "D4 INDUSTRIAL", "D5 TELECOM");

	static final Eligibility ELIGIBILITY = (direction, category) -> ELIGIBLE.contains(direction + " " + category);

	/** One picture; {@link CaseForms#provenBy} puts it where it is asked for. */
	static final StoredFile PROOF = file("证明材料.png", "image/png");

	static final EvidenceSlots SLOTS = new EvidenceSlots(CAMPAIGN, ELIGIBILITY,
			(direction, category, level) -> slots(direction));

	private Checks() {
	}

	/** What one rule says of a form with one piece of evidence, in texts. */
	static List<String> texts(Rule rule, CaseForms form) {
		return problems(rule, form).stream().map(Problem::text).toList();
	}

	/** What one rule says of a form with one piece of evidence. */
	static List<Problem> problems(Rule rule, CaseForms form) {
		return rule.check(form.form().normalised(), context(PROOF)).toList();
	}

	/** The enterprise of the manufacturer's case, with these pieces of evidence. */
	static CaseContext context(StoredFile... evidence) {
		return new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司", TODAY, List.of(evidence), List.of(),
				List.of(), Set.of());
	}

	static StoredFile file(String name, String mediaType) {
		return new StoredFile(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), "HH2024-AL-330000-0007",
				Revisions.EVIDENCE, 0, name, "0".repeat(64), 1, mediaType, 1, "zhang", Instant.EPOCH);
	}

	/** Some of what the table asks for; all of it is tested beside the table. */
	static List<EvidenceSlot> slots(String direction) {
		return switch (direction) {
			case "D1" -> List.of(slot("D1-rating", "定级报告", Force.ALL, ""), slot("D1-assessment", "评测报告", Force.ALL, ""),
					slot("D1-rectification", "整改报告", Force.ALL, "评测未发现需要整改的问题"));
			case "D4" -> List.of(slot("D4-notification", "收到的漏洞通报信息", Force.ANY, "未收到漏洞通报"),
					slot("D4-handling", "漏洞处置报告", Force.ANY, "未形成处置报告"));
			case "D5" -> List.of(slot("D5-traffic", "流量监测分析", Force.ALL, ""),
					slot("D5-platform", "平台对接", Force.ALL, ""), slot("D5-service", "支撑监测服务", Force.ALL, ""));
			default -> List.of();
		};
	}

	static EvidenceSlot slot(String id, String title, Force force, String waiver) {
		return new EvidenceSlot(id, title, force, waiver, "附件1 三");
	}

}
