package io.huhang.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Claim;
import io.huhang.organization.ClaimDecision;
import io.huhang.organization.ClaimKind;
import io.huhang.organization.ClaimLetters;
import io.huhang.organization.Claims;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Invitations;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An enterprise's contact looks after its colleagues. */
@Component
public class Colleagues {

	private static final String CLAUSE = "账号安全要求";

	private static final String FIELD = "person";

	private final Enterprises enterprises;

	private final People people;

	private final Accounts accounts;

	private final Invitations invitations;

	private final Claims claims;

	private final EnterpriseClaims decisions;

	private final ClaimLetters letters;

	private final AuditTrail audit;

	Colleagues(Enterprises enterprises, People people, Accounts accounts, Invitations invitations, Claims claims,
			EnterpriseClaims decisions, ClaimLetters letters, AuditTrail audit) {
		this.enterprises = enterprises;
		this.people = people;
		this.accounts = accounts;
		this.invitations = invitations;
		this.claims = claims;
		this.decisions = decisions;
		this.letters = letters;
		this.audit = audit;
	}

	/** Invites a colleague. Whose address is taken is not told. */
	@Transactional
	public void invite(Person contact, PersonEntry entry) {
		Enterprise enterprise = requireContact(contact);
		if (this.people.findByLogin(entry.email()).isPresent()) {
			throw new RefusedException(PersonEntry.EMAIL, "该邮箱不能使用，请更换。", CLAUSE);
		}
		Person invited = new Person(this.accounts.newId(), entry.name(), entry.email(), entry.phone(), Role.APPLICANT,
				contact.organization());
		this.accounts.invite(invited);
		this.invitations.send(invited);
		this.audit.record(contact.id(), "account.invite", invited.id());
	}

	/** Sends the invitation once more; the earlier link ends. */
	@Transactional
	public void resend(Person contact, String colleagueId) {
		Enterprise enterprise = requireContact(contact);
		this.invitations.send(colleague(contact, colleagueId, State.INVITED));
		this.audit.record(contact.id(), "account.invite", colleagueId);
	}

	/** A colleague works here no more, or an invitation is taken back. */
	@Transactional
	public void deactivate(Person contact, String colleagueId) {
		requireContact(contact);
		if (colleagueId.equals(contact.id())) {
			throw new RefusedException(FIELD, "联系人不能停用本人账号，请先将联系人移交给其他同事。", CLAUSE);
		}
		this.accounts.deactivate(colleague(contact, colleagueId, State.INVITED, State.ACTIVE).id());
		this.audit.record(contact.id(), "account.deactivate", colleagueId);
	}

	/** An active colleague becomes the contact. */
	@Transactional
	public void handOver(Person contact, String colleagueId) {
		Enterprise enterprise = requireContact(contact);
		Person successor = colleague(contact, colleagueId, State.ACTIVE);
		this.enterprises.appoint(enterprise.uscc(), successor.id());
		this.audit.record(contact.id(), "enterprise.contact", colleagueId);
		this.letters.contactChanged(enterprise, contact, successor);
	}

	/** Invites a colleague who had left. */
	@Transactional
	public void bringBack(Person contact, String colleagueId) {
		requireContact(contact);
		Person colleague = colleague(contact, colleagueId, State.LEFT);
		this.people.become(colleague.id(), State.INVITED);
		this.invitations.send(colleague);
		this.audit.record(contact.id(), "account.return", colleagueId);
	}

	/** The open claims that this person may admit: none if it is not the contact. */
	public List<Claim> joining(Person person) {
		return isContact(person) ? this.claims.openOf(person.organization(), ClaimKind.JOIN) : List.of();
	}

	/**
	 * Lets somebody in who asked to join.
	 * @return false if there is no such claim for the contact: a dispute, which is about
	 * the contact, looks like a missing one
	 */
	@Transactional
	public boolean admit(Person contact, UUID claimId) {
		requireContact(contact);
		Optional<Claim> claim = this.claims.find(claimId)
			.filter(found -> found.uscc().equals(contact.organization()) && found.kind() == ClaimKind.JOIN);
		claim.ifPresent(found -> this.decisions.decide(found, ClaimDecision.ADMIT, "本单位联系人同意加入。", contact));
		return claim.isPresent();
	}

	private Enterprise requireContact(Person person) {
		Enterprise enterprise = this.enterprises.lock(person.organization()).orElseThrow();
		if (!isContact(person)) {
			throw new RefusedException(FIELD, "仅单位联系人可以办理此事项。", CLAUSE);
		}
		return enterprise;
	}

	private boolean isContact(Person person) {
		return this.enterprises.contact(person.organization()).map(Person::id).equals(Optional.of(person.id()));
	}

	private Person colleague(Person contact, String id, State... states) {
		return this.people.find(id)
			.filter(person -> person.organization().equals(contact.organization()))
			.filter(person -> isOneOf(this.people.standing(id).map(Standing::state).orElseThrow(), states))
			.filter(person -> !person.id().equals(contact.id()))
			.orElseThrow(Colleagues::unknown);
	}

	private static boolean isOneOf(State state, State... states) {
		return Arrays.asList(states).contains(state);
	}

	private static RefusedException unknown() {
		return new RefusedException(FIELD, "该人员或申请的状态已变化，请刷新页面后再办理。", CLAUSE);
	}

}
