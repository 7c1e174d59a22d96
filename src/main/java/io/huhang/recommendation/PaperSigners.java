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
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/**
 * Who may have signed a list on paper (线下签批), for the authority that leads or for the one
 * that joins: who may decide online, or a leader without an account; never somebody who
 * ranked, reviewed or commented on this very list.
 */
@Component
class PaperSigners {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListOwnWork ownWork;

	private final Levels levels;

	private final People people;

	private final Announcements announcements;

	PaperSigners(Recommendations recommendations, RankedLists lists, ListOwnWork ownWork, Levels levels, People people,
			Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.ownWork = ownWork;
		this.levels = levels;
		this.people = people;
		this.announcements = announcements;
	}

	/** Names are the same however they are spaced: 王伟, 王 伟. */
	static boolean same(String one, String other) {
		return bare(one).equals(bare(other));
	}

	/** The accounts that may have signed the newest version in this step. */
	List<Person> suggested(String number, Step step) {
		Set<String> involved = involved(number, step);
		return approvers(number, step).stream().filter(person -> !involved.contains(person.id())).toList();
	}

	/** Why this name cannot be the signer's of the newest version; empty if it can. */
	Optional<String> objection(String number, Step step, String signer) {
		// Of two people of one name, the one who may sign has signed.
		if (suggested(number, step).stream().anyMatch(person -> same(person.name(), signer))) {
			return Optional.empty();
		}
		if (involved(number, step).stream().flatMap(id -> this.people.find(id).stream()).anyMatch(named(signer))) {
			return Optional
				.of("“%s”已参与本名单的%s，签批人须是其他人，请按签报上的签名填写。".formatted(signer, (step == Step.CONSENT) ? "会签意见" : "排序或者复核"));
		}
		String authority = authority(number, step);
		List<Role> roles = this.levels.of(authority).approvers();
		return this.people.everyone(authority)
			.stream()
			.filter(named(signer).and(person -> !roles.contains(person.role())))
			.findFirst()
			.map(person -> "“%s”是本单位的%s，按目前的审核层级不能签发，签批人须是%s，请按签报上的签名填写。".formatted(signer, person.role().label(),
					String.join("或者", roles.stream().map(Role::label).toList())));
	}

	/** As what this person signed; a typed name that nobody has is a leader's. */
	Role role(String number, Step step, String signer) {
		return suggested(number, step).stream().filter(named(signer)).map(Person::role).findFirst().orElse(Role.LEADER);
	}

	/** Tells whose signature it is said to be: a wrong record does not stay unseen. */
	void tell(String taskId, String number, Step step, PaperApproval paper, Verdict verdict) {
		this.announcements.tell("recommendation-signed-on-paper", number, taskId,
				concerned(number, step, paper.signer()),
				Map.of("signer", paper.signer(), "signedOn", ChineseDates.day(paper.signedOn()), "recorder",
						this.people.get(paper.recordedBy()).name(), "decision",
						Verdict.PASS.equals(verdict.decision()) ? "同意" : "退回修改"));
	}

	// The account of this name, or every account that may approve if the signer has none.
	private List<Person> concerned(String number, Step step, String signer) {
		List<Person> approvers = approvers(number, step);
		List<Person> signers = approvers.stream().filter(named(signer)).toList();
		return signers.isEmpty() ? approvers : signers;
	}

	private List<Person> approvers(String number, Step step) {
		String authority = authority(number, step);
		return this.levels.of(authority)
			.approvers()
			.stream()
			.flatMap(role -> this.people.with(role, authority).stream())
			.toList();
	}

	// Who has ranked or reviewed the newest version, or commented on it for the partner.
	private Set<String> involved(String number, Step step) {
		if (step == Step.CONSENT) {
			return this.ownWork.took(number, Step.COMMENT);
		}
		Set<String> involved = new HashSet<>(this.ownWork.took(number, Step.REVIEW));
		involved.add(this.lists.latest(number).frozenBy());
		return involved;
	}

	private String authority(String number, Step step) {
		Recommendation recommendation = this.recommendations.get(number);
		return (step == Step.CONSENT) ? recommendation.partner() : recommendation.authority();
	}

	private static Predicate<Person> named(String name) {
		return person -> same(person.name(), name);
	}

	private static String bare(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
	}

}
