package io.huhang.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.application.EvidenceSlot.Force;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Problem;
import io.huhang.document.Part;

/**
 * 附件1 三“需附…等相关证明材料” (R45..R49): each slot as its force says. Where no slot is known yet,
 * at least one file.
 */
class EvidenceRule implements Rule {

	/** What a reason needs; the print has to hold it. */
	private static final int MAX_REASON = 200;

	private final Campaign campaign;

	private final EvidenceSlots slots;

	EvidenceRule(Campaign campaign, EvidenceSlots slots) {
		this.campaign = campaign;
		this.slots = slots;
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		List<EvidenceSlot> demanded = this.slots.of(form, context.admissions());
		if (demanded.isEmpty()) {
			return context.evidence().isEmpty() ? Stream.of(nothing(form)) : Stream.empty();
		}
		List<Problem> problems = new ArrayList<>();
		List<EvidenceSlot> alternatives = demanded.stream().filter(slot -> slot.force() == Force.ANY).toList();
		boolean oneThere = alternatives.stream().anyMatch(slot -> provided(form, slot, context));
		if (!alternatives.isEmpty() && !oneThere) {
			problems.add(oneOf(alternatives));
		}
		for (EvidenceSlot slot : demanded) {
			unprintable(form, slot, context).forEach(problems::add);
			if (!provided(form, slot, context) && (slot.force() != Force.ANY || oneThere)) {
				missing(slot, form.evidence().waiver(slot)).forEach(problems::add);
			}
		}
		return problems.stream();
	}

	private static boolean provided(CaseForm form, EvidenceSlot slot, CaseContext context) {
		return !form.evidence().in(slot, context.evidence()).isEmpty();
	}

	private static Stream<Problem> missing(EvidenceSlot slot, String reason) {
		if (!slot.mayBeWaived()) {
			return (slot.force() == Force.ANY) ? Stream.empty()
					: Stream.of(problem(slot, "未提供，请上传文件，或勾选已上传的文件作为该项材料。"));
		}
		if (reason.isBlank()) {
			String when = slot.waiver().isEmpty() ? "确实不能提供的" : slot.waiver() + "的";
			return Stream.of((slot.force() == Force.ANY) ? doubt(slot, "未提供，请核对是否有该项材料；%s，可在该项填写理由。".formatted(when))
					: problem(slot, "未提供：请上传文件；%s，请在该项填写理由。".formatted(when)));
		}
		int length = reason.codePointCount(0, reason.length());
		return (length <= MAX_REASON) ? Stream.empty()
				: Stream.of(problem(slot, "的理由现%d字，超过%d字，请删减。".formatted(length, MAX_REASON)));
	}

	private static Problem oneOf(List<EvidenceSlot> alternatives) {
		String titles = alternatives.stream().map(slot -> "“" + slot.title() + "”").collect(Collectors.joining("、"));
		EvidenceSlot first = alternatives.get(0);
		return new Problem(first.field(), titles + "至少提供一项，请上传文件，或勾选已上传的文件作为其中一项材料。", first.clause());
	}

	// The sealed paper must hold what the annex demands (附件1 填表须知三).
	private static Stream<Problem> unprintable(CaseForm form, EvidenceSlot slot, CaseContext context) {
		return form.evidence()
			.in(slot, context.evidence())
			.stream()
			.filter(file -> !Part.bindable(file.mediaType()))
			.map(StoredFile::name)
			.map(name -> problem(slot, "中的“%s”不能装订，请转换为PDF后上传；原文件可作为其他补充材料。".formatted(name)));
	}

	// Not every firm has each of several papers: one is asked for, the others are asked
	// about (R48).
	private static Problem doubt(EvidenceSlot slot, String text) {
		Problem doubt = problem(slot, text);
		return new Problem(doubt.field(), doubt.text(), doubt.clause(), slot.field() + "/missing");
	}

	private static Problem problem(EvidenceSlot slot, String text) {
		return new Problem(slot.field(), "“%s”%s".formatted(slot.title(), text), slot.clause());
	}

	private Problem nothing(CaseForm form) {
		String demanded = this.campaign.direction(form.direction()).map(EvidenceRule::demanded).orElse("");
		return CaseField.EVIDENCE.problem("尚未上传。%s请至少上传一份。".formatted(demanded));
	}

	// The sentence of the annex that names the papers.
	private static String demanded(Direction direction) {
		return Arrays.stream(direction.guidance().split("(?<=。)"))
			.filter(sentence -> sentence.contains("需附"))
			.findFirst()
			.orElse("");
	}

}
