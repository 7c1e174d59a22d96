package io.huhang.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Claim;
import io.huhang.organization.ClaimDecision;
import io.huhang.organization.ClaimLetters;
import io.huhang.organization.Claims;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Invitations;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two people claim one enterprise: its contact may admit who asks to join, and the
 * authority of the place decides everything, disputes about the contact alone
 * (通知二（一）：由企业单独申报).
 */
@Component
public class EnterpriseClaims {

	private static final String CLAUSE = "通知二（一）申报要求";

	private final Claims claims;

	private final ClaimLetters letters;

	private final Enterprises enterprises;

	private final People people;

	private final Accounts accounts;

	private final Invitations invitations;

	private final AuditTrail audit;

	EnterpriseClaims(Claims claims, ClaimLetters letters, Enterprises enterprises, People people, Accounts accounts,
			Invitations invitations, AuditTrail audit) {
		this.claims = claims;
		this.letters = letters;
		this.enterprises = enterprises;
		this.people = people;
		this.accounts = accounts;
		this.invitations = invitations;
		this.audit = audit;
	}

	/** The open claims that this person decides. */
	public List<Claim> openFor(Person person) {
		return decides(person) ? this.claims.openFor(person.organization()) : List.of();
	}

	/** The claim, if this person decides it; a foreign one looks like a missing one. */
	public Optional<Claim> find(UUID id, Person person) {
		return this.claims.find(id).filter(claim -> decides(person) && claim.authority().equals(person.organization()));
	}

	/** Whether deciding on claims is this person's business. */
	public static boolean decides(Person person) {
		return switch (person.role()) {
			case OFFICER, HEAD, MIIT_OFFICER, MIIT_HEAD -> true;
			default -> false;
		};
	}

	/**
	 * The enterprise's contact, or the authority, has decided.
	 * @throws RefusedException if somebody was faster, or the claimant's address has an
	 * account by now
	 */
	@Transactional
	public void decide(Claim claim, ClaimDecision decision, String reason, Person decider) {
		Enterprise enterprise = this.enterprises.lock(claim.uscc()).orElseThrow();
		if (!this.claims.decide(claim.id(), decision, reason, decider.id())) {
			throw alreadyDecided(this.claims.find(claim.id()).flatMap(Claim::outcome).orElseThrow());
		}
		List<Person> told = new ArrayList<>(this.enterprises.contact(enterprise.uscc()).stream().toList());
		if (decision == ClaimDecision.TRANSFER) {
			told = endFormerAccounts(claim);
		}
		if (decision != ClaimDecision.REJECT) {
			Person admitted = admit(claim);
			if (decision != ClaimDecision.ADMIT) {
				this.enterprises.appoint(claim.uscc(), admitted.id());
			}
		}
		this.audit.record(decider.id(), "claim." + decision.name().toLowerCase(Locale.ROOT), claim.id().toString());
		this.letters.decided(this.claims.find(claim.id()).orElseThrow(), told);
	}

	private Person admit(Claim claim) {
		if (this.people.findByLogin(claim.claimant().email()).isPresent()) {
			throw new RefusedException("decision", "申请人的邮箱现已有账号，不能再开通。请驳回，并请申请人更换邮箱后重新注册。", CLAUSE);
		}
		Person person = new Person(this.accounts.newId(), claim.claimant().name(), claim.claimant().email(),
				claim.claimant().phone(), Role.APPLICANT, claim.uscc());
		this.accounts.invite(person);
		this.people.agree(person.id(), claim.privacyVersion());
		this.invitations.send(person);
		return person;
	}

	// Their open tasks stay with the enterprise, for whoever takes over.
	private List<Person> endFormerAccounts(Claim claim) {
		List<Person> former = this.people.everyone(claim.uscc())
			.stream()
			.filter(person -> this.people.standing(person.id()).map(Standing::state).orElseThrow() != State.LEFT)
			.toList();
		former.forEach(person -> this.accounts.deactivate(person.id()));
		this.enterprises.rename(claim.uscc(), claim.enterpriseName());
		return former;
	}

	private RefusedException alreadyDecided(Claim.Outcome outcome) {
		String name = this.people.find(outcome.decidedBy()).map(Person::name).orElse("");
		return new RefusedException("decision", "该申请已由%s于%s处理（%s），请勿重复办理。".formatted(name,
				ChineseDates.minute(outcome.decidedAt()), outcome.decision().label()), CLAUSE);
	}

}
