package io.huhang.recommendation;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/**
 * Who may have signed a list on paper (线下签批): who may approve it online, or a leader
 * without an account; never somebody who ranked or reviewed this very list.
 */
@Component
class PaperSigners {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final Levels levels;

	private final People people;

	private final Announcements announcements;

	PaperSigners(Recommendations recommendations, RankedLists lists, ListDecisions decisions, Levels levels,
			People people, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.levels = levels;
		this.people = people;
		this.announcements = announcements;
	}

	/** Names are the same however they are spaced: 王伟, 王 伟. */
	static boolean same(String one, String other) {
		return bare(one).equals(bare(other));
	}

	/** The accounts that may have signed the newest version. */
	List<Person> suggested(String number) {
		Set<String> involved = involved(number);
		return approvers(number).stream().filter(person -> !involved.contains(person.id())).toList();
	}

	/** Why this name cannot be the signer's of the newest version; empty if it can. */
	Optional<String> objection(String number, String signer) {
		// Of two people of one name, the one who may sign has signed.
		if (suggested(number).stream().anyMatch(person -> same(person.name(), signer))) {
			return Optional.empty();
		}
		if (involved(number).stream().flatMap(id -> this.people.find(id).stream()).anyMatch(named(signer))) {
			return Optional.of("“%s”已参与本名单的排序或者复核，签批人须是其他人，请按签报上的签名填写。".formatted(signer));
		}
		String authority = authority(number);
		List<Role> roles = this.levels.of(authority).approvers();
		return this.people.everyone(authority)
			.stream()
			.filter(named(signer).and(person -> !roles.contains(person.role())))
			.findFirst()
			.map(person -> "“%s”是本单位的%s，按目前的审核层级不能签发，签批人须是%s，请按签报上的签名填写。".formatted(signer, person.role().label(),
					String.join("或者", roles.stream().map(Role::label).toList())));
	}

	/** As what this person signed; a typed name that nobody has is a leader's. */
	Role role(String number, String signer) {
		return suggested(number).stream().filter(named(signer)).map(Person::role).findFirst().orElse(Role.LEADER);
	}

	/** Tells whose signature it is said to be: a wrong record does not stay unseen. */
	void tell(String taskId, String number, PaperApproval paper, Verdict verdict) {
		this.announcements.tell("recommendation-signed-on-paper", number, taskId, concerned(number, paper.signer()),
				Map.of("signer", paper.signer(), "signedOn", ChineseDates.day(paper.signedOn()), "recorder",
						this.people.get(paper.recordedBy()).name(), "decision",
						Verdict.PASS.equals(verdict.decision()) ? "同意" : "退回修改"));
	}

	// The account of this name, or every account that may approve if the signer has none.
	private List<Person> concerned(String number, String signer) {
		List<Person> approvers = approvers(number);
		List<Person> signers = approvers.stream().filter(named(signer)).toList();
		return signers.isEmpty() ? approvers : signers;
	}

	private List<Person> approvers(String number) {
		String authority = authority(number);
		return this.levels.of(authority)
			.approvers()
			.stream()
			.flatMap(role -> this.people.with(role, authority).stream())
			.toList();
	}

	/** Who has ranked or reviewed the newest version. */
	Set<String> involved(String number) {
		RankedList list = this.lists.latest(number);
		Set<String> involved = new HashSet<>(Set.of(list.frozenBy()));
		this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() == Step.REVIEW)
			.map(ListDecision::decidedBy)
			.forEach(involved::add);
		return involved;
	}

	private String authority(String number) {
		return this.recommendations.get(number).authority();
	}

	private static Predicate<Person> named(String name) {
		return person -> same(person.name(), name);
	}

	private static String bare(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
	}

}
