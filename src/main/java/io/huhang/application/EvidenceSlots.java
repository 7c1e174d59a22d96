package io.huhang.application;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Which evidence a form asks for: by the ticked category that makes the case eligible,
 * the main one first (C4).
 */
@Component
public class EvidenceSlots {

	private final Eligibility eligibility;

	private final EvidenceDemand demand;

	EvidenceSlots(Eligibility eligibility, EvidenceDemand demand) {
		this.eligibility = eligibility;
		this.demand = demand;
	}

	/**
	 * The slots of this form in the order of the annex; none while it is not eligible.
	 */
	public List<EvidenceSlot> of(CaseForm form) {
		return of(form.direction(), form.categories(), level(form));
	}

	/**
	 * The slots of a form that is being filled.
	 * @param categories ticked, the main one first
	 * @param level 网络安全级别 of the direction's own regime, or empty
	 */
	public List<EvidenceSlot> of(String direction, List<String> categories, String level) {
		return categories.stream()
			.filter(category -> this.eligibility.allows(direction, category))
			.findFirst()
			.map(category -> this.demand.of(direction, category, level))
			.orElse(List.of());
	}

	private static String level(CaseForm form) {
		return switch (form.direction()) {
			case "D1" -> form.industrialLevel();
			case "D2" -> form.vehicleLevel();
			default -> "";
		};
	}

}
