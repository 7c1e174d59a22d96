package io.huhang.approval;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/**
 * Who may have signed on paper (线下签批): who may approve online, or a leader without an
 * account; never somebody who has prepared what is signed.
 */
@Component
public class PaperSigners {

	private final Levels levels;

	private final People people;

	PaperSigners(Levels levels, People people) {
		this.levels = levels;
		this.people = people;
	}

	/** Names are the same however they are spaced: 王伟, 王 伟. */
	static boolean same(String one, String other) {
		return bare(one).equals(bare(other));
	}

	/** The accounts that may have signed. */
	public List<Person> suggested(SignedWork work) {
		return approvers(work.authority()).stream().filter(person -> !work.involved().contains(person.id())).toList();
	}

	/** Why this name cannot be the signer's; empty if it can. */
	public Optional<String> objection(SignedWork work, String signer) {
		// Of two people of one name, the one who may sign has signed.
		if (suggested(work).stream().anyMatch(named(signer))) {
			return Optional.empty();
		}
		if (work.involved().stream().flatMap(id -> this.people.find(id).stream()).anyMatch(named(signer))) {
			return Optional.of("“%s”已参与%s，签批人须是其他人，请按签报上的签名填写。".formatted(signer, work.preparation()));
		}
		List<Role> roles = this.levels.of(work.authority()).approvers();
		return this.people.everyone(work.authority())
			.stream()
			.filter(named(signer).and(person -> !roles.contains(person.role())))
			.findFirst()
			.map(person -> "“%s”是本单位的%s，按目前的审核层级不能签发，签批人须是%s，请按签报上的签名填写。".formatted(signer, person.role().label(),
					String.join("或者", roles.stream().map(Role::label).toList())));
	}

	/** As what this person signed; a typed name that nobody has is a leader's. */
	public Role role(SignedWork work, String signer) {
		return suggested(work).stream().filter(named(signer)).map(Person::role).findFirst().orElse(Role.LEADER);
	}

	/**
	 * Who is told of a record: the account of this name, or every account that may
	 * approve if the signer has none.
	 */
	public List<Person> concerned(String authority, String signer) {
		List<Person> approvers = approvers(authority);
		List<Person> signers = approvers.stream().filter(named(signer)).toList();
		return signers.isEmpty() ? approvers : signers;
	}

	private List<Person> approvers(String authority) {
		return this.levels.of(authority)
			.approvers()
			.stream()
			.flatMap(role -> this.people.with(role, authority).stream())
			.toList();
	}

	private static Predicate<Person> named(String name) {
		return person -> same(person.name(), name);
	}

	private static String bare(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
	}

}
