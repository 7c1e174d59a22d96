package io.huhang.web;

import java.util.Optional;
import java.util.regex.Pattern;

import io.huhang.application.NeedToKnow;
import io.huhang.mail.Letter;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who sees which letters. The coordinator and the administrator watch over all of them;
 * in the demo, where none leaves, everybody finds their own.
 */
@Component
class LetterAccess {

	private static final Pattern ABOUT_ACCOUNTS = Pattern.compile("(?:account|claim|contact)-.*");

	private final NeedToKnow needToKnow;

	private final boolean demo;

	LetterAccess(NeedToKnow needToKnow, @Value("${huhang.demo.enabled:false}") boolean demo) {
		this.needToKnow = needToKnow;
		this.demo = demo;
	}

	/**
	 * The only address whose letters this person sees; empty for all letters.
	 * @throws MissingException if there is no such page for this person
	 */
	Optional<String> mailbox(Person person) {
		if (watches(person)) {
			return Optional.empty();
		}
		if (!this.demo) {
			throw new MissingException();
		}
		return Optional.of(person.email());
	}

	/** Whether this person looks after all letters. */
	boolean watches(Person person) {
		return person.role() == Role.COORDINATOR || person.role() == Role.ADMINISTRATOR;
	}

	/**
	 * Whether this person may read what the letter says. A one-time link is for its
	 * reader alone, outside the demo; what is said about a case is none of the
	 * administrator's business, and of direction D4 not the coordinator's.
	 */
	boolean mayReadWords(Letter letter, Person person) {
		if (letter.isSecret() && !this.demo) {
			return false;
		}
		if (letter.recipientEmail().equalsIgnoreCase(person.email())) {
			return true;
		}
		return (person.role() == Role.ADMINISTRATOR) ? ABOUT_ACCOUNTS.matcher(letter.kind()).matches()
				: !this.needToKnow.appliesTo(letter.subjectNumber());
	}

}
