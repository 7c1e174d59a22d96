package io.huhang.web;

import java.util.Optional;

import io.huhang.draft.Draft;
import io.huhang.organization.People;
import io.huhang.organization.Person;

import org.springframework.stereotype.Component;

/** Who saved a draft last: colleagues fill in one form together. */
@Component
class DraftEditors {

	private final People people;

	DraftEditors(People people) {
		this.people = people;
	}

	/** The name as this person reads it, or empty before the first save. */
	String of(Optional<Draft> draft, Person reader) {
		return draft.filter(saved -> saved.savedBy().equals(reader.id())).isPresent() ? "本人" : name(draft);
	}

	private String name(Optional<Draft> draft) {
		return draft.flatMap(saved -> this.people.find(saved.savedBy())).map(Person::name).orElse("");
	}

}
