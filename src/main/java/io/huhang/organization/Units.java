package io.huhang.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import org.apache.commons.text.similarity.LevenshteinDistance;

import org.springframework.stereotype.Component;

/** The units whose people have accounts here, by the names that people write. */
@Component
public class Units {

	/** {@link Person#organization()} of everyone on the ministry's side. */
	public static final String MINISTRY = "";

	private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

	private final Authorities authorities;

	private final Campaign campaign;

	Units(Authorities authorities, Campaign campaign) {
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/**
	 * A unit that takes part.
	 *
	 * @param key {@link Person#organization()} of its people
	 */
	public record Unit(String key, String name, boolean local) {

		/** Whether someone of this unit may have this role. */
		public boolean fits(Role role) {
			return role != Role.APPLICANT && role.isLocal() == this.local;
		}

	}

	/** The ministry's side and the authorities that take part, in the table's order. */
	public List<Unit> enabled() {
		List<Unit> units = new ArrayList<>();
		units.add(new Unit(MINISTRY, this.campaign.issuer(), false));
		this.authorities.enabled().forEach(authority -> units.add(unit(authority)));
		return units;
	}

	/** The unit of this key that takes part. */
	public Optional<Unit> find(String key) {
		return enabled().stream().filter(unit -> unit.key().equals(key)).findFirst();
	}

	/** The unit of this full name that takes part. */
	public Optional<Unit> named(String name) {
		return enabled().stream().filter(unit -> squeeze(unit.name()).equals(squeeze(name))).findFirst();
	}

	/** Whether this is the full name of an authority that does not take part. */
	public boolean isDisabled(String name) {
		return this.authorities.all()
			.stream()
			.anyMatch(authority -> !authority.enabled() && squeeze(authority.name()).equals(squeeze(name)));
	}

	/** The name that is most like this one; empty if none is. */
	public Optional<String> nearest(String name) {
		String typed = squeeze(name);
		return enabled().stream()
			.map(Unit::name)
			.min(Comparator.comparingInt(known -> DISTANCE.apply(typed, known)))
			.filter(known -> DISTANCE.apply(typed, known) <= known.length() / 2);
	}

	private static Unit unit(Authority authority) {
		return new Unit(authority.key(), authority.name(), true);
	}

	private static String squeeze(String name) {
		return PersonEntry.plain(name).replace(" ", "");
	}

}
