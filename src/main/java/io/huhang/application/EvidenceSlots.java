package io.huhang.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huhang.application.EvidenceSlot.Force;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Category;

import org.springframework.stereotype.Component;

/**
 * Which evidence a form asks for: by the ticked category that makes the case eligible,
 * the main one first (C4). A category that the coordinator has admitted (C3) has no list
 * of its own in the annex: it owes what the direction asks of everybody, and where the
 * lists of a direction differ, one of their papers.
 */
@Component
public class EvidenceSlots {

	private final Campaign campaign;

	private final Eligibility eligibility;

	private final EvidenceDemand demand;

	EvidenceSlots(Campaign campaign, Eligibility eligibility, EvidenceDemand demand) {
		this.campaign = campaign;
		this.eligibility = eligibility;
		this.demand = demand;
	}

	/**
	 * What of a form decides about its evidence.
	 *
	 * @param direction code of the direction
	 * @param categories ticked, the main one first
	 * @param level 网络安全级别 of the direction's own regime, or empty
	 */
	public record Choice(String direction, List<String> categories, String level) {

		static Choice of(CaseForm form) {
			return new Choice(form.direction(), form.categories(), EvidenceSlots.level(form));
		}

	}

	/**
	 * The slots of this form in the order of the annex; none while it is not eligible.
	 * @param admissions what has been admitted for the case
	 */
	public List<EvidenceSlot> of(CaseForm form, List<Admission> admissions) {
		return of(Choice.of(form), admissions);
	}

	/** The slots of a form that is being filled. */
	public List<EvidenceSlot> of(Choice choice, List<Admission> admissions) {
		String direction = choice.direction();
		return choice.categories()
			.stream()
			.filter(category -> this.eligibility.allows(direction, category))
			.findFirst()
			.map(category -> this.demand.of(direction, category, choice.level()))
			.orElseGet(() -> isAdmitted(choice, admissions) ? ofAll(direction, choice.level()) : List.of());
	}

	private static boolean isAdmitted(Choice choice, List<Admission> admissions) {
		return choice.categories()
			.stream()
			.anyMatch(category -> admissions.stream().anyMatch(made -> made.covers(choice.direction(), category)));
	}

	// R45..R47 and R49 name one list per direction, R48 one per category.
	private List<EvidenceSlot> ofAll(String direction, String level) {
		List<List<EvidenceSlot>> lists = this.campaign.categories()
			.stream()
			.map(Category::code)
			.filter(category -> this.eligibility.allows(direction, category))
			.map(category -> this.demand.of(direction, category, level))
			.distinct()
			.toList();
		return (lists.size() == 1) ? lists.get(0) : oneOf(lists);
	}

	private static List<EvidenceSlot> oneOf(List<List<EvidenceSlot>> lists) {
		Map<String, EvidenceSlot> slots = new LinkedHashMap<>();
		lists.forEach(list -> list.forEach(slot -> slots.putIfAbsent(slot.id(),
				new EvidenceSlot(slot.id(), slot.title(), Force.ANY, "", slot.clause()))));
		return List.copyOf(slots.values());
	}

	private static String level(CaseForm form) {
		return switch (form.direction()) {
			case "D1" -> form.industrialLevel();
			case "D2" -> form.vehicleLevel();
			default -> "";
		};
	}

}
