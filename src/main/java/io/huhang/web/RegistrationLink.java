package io.huhang.web;

import java.security.Principal;
import java.util.Optional;

import io.huhang.organization.People;
import io.huhang.organization.Role;
import io.huhang.process.Tasks;
import io.huhang.recommendation.ListPaperItems;
import io.huhang.recommendation.PaperRegistration;
import io.huhang.region.RegionRegistration;

import org.springframework.stereotype.Component;

/**
 * The way from a page in hand to the registration of its paper that is open: for the
 * ministry's officer, who may work on it, and for nobody else.
 */
@Component
class RegistrationLink {

	private final People people;

	private final ListPaperItems items;

	private final Tasks tasks;

	RegistrationLink(People people, ListPaperItems items, Tasks tasks) {
		this.people = people;
		this.items = items;
		this.tasks = tasks;
	}

	/**
	 * The address of the open registration at this page's item.
	 * @param principal who is logged in, or null
	 */
	Optional<String> of(Principal principal, String number, int revision, String fingerprint) {
		return Optional.ofNullable(principal)
			.flatMap(reader -> this.people.find(reader.getName()))
			.filter(person -> person.role() == Role.MIIT_OFFICER)
			.flatMap(person -> open(number, person.id()))
			// Tasklist keeps what it does not know in its address; "page" is its own.
			.map(task -> "/camunda/app/tasklist/default/#/?task=%s&paper=%s/%d/%s".formatted(task, number, revision,
					fingerprint));
	}

	/**
	 * The open registration of a list that brings this page, or of a region's
	 * application.
	 */
	private Optional<String> open(String number, String userId) {
		return this.items.listsWith(number)
			.stream()
			.flatMap(list -> this.tasks.open(list, PaperRegistration.FORM, userId).stream())
			.findFirst()
			.or(() -> this.tasks.open(number, RegionRegistration.FORM, userId));
	}

}
