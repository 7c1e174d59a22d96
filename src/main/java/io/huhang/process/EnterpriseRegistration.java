package io.huhang.process;

import java.util.Optional;
import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.organization.AccountRequest;
import io.huhang.organization.AccountRequests;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.ClaimKind;
import io.huhang.organization.ClaimLetters;
import io.huhang.organization.Claims;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.OneTimeLinks;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when the address of an enterprise's first person is confirmed: an account,
 * or a claim where the enterprise has people already (通知二（一）).
 */
@Component
public class EnterpriseRegistration {

	private final OneTimeLinks links;

	private final AccountRequests requests;

	private final Enterprises enterprises;

	private final Authorities authorities;

	private final Claims claims;

	private final ClaimLetters letters;

	private final People people;

	private final Accounts accounts;

	private final AuditTrail audit;

	EnterpriseRegistration(OneTimeLinks links, AccountRequests requests, Enterprises enterprises,
			Authorities authorities, Claims claims, ClaimLetters letters, People people, Accounts accounts,
			AuditTrail audit) {
		this.links = links;
		this.requests = requests;
		this.enterprises = enterprises;
		this.authorities = authorities;
		this.claims = claims;
		this.letters = letters;
		this.people = people;
		this.accounts = accounts;
		this.audit = audit;
	}

	/** What is to be confirmed by this link, while it works. */
	public Optional<AccountRequest> confirming(String secret) {
		return this.links.subject(Purpose.REGISTRATION, secret)
			.flatMap(id -> this.requests.find(UUID.fromString(id)))
			.filter(request -> this.people.findByLogin(request.email()).isEmpty());
	}

	/** Whether somebody registered this enterprise before. */
	public boolean isKnown(AccountRequest request) {
		return this.enterprises.find(request.uscc()).isPresent();
	}

	/**
	 * The first person of a new enterprise: its contact.
	 * @return false if the link does not work any more
	 * @throws org.springframework.dao.DuplicateKeyException if somebody has registered
	 * the enterprise or the address in the meantime; the link still works
	 */
	@Transactional
	public boolean confirm(String secret, String password) {
		Optional<AccountRequest> request = use(secret);
		request.ifPresent(confirmed -> {
			this.enterprises.add(new Enterprise(confirmed.uscc(), confirmed.enterpriseName()));
			Person person = new Person(this.accounts.newId(), confirmed.name(), confirmed.email(), confirmed.phone(),
					Role.APPLICANT, confirmed.uscc());
			this.accounts.create(person, password);
			this.people.agree(person.id(), confirmed.privacyVersion());
			this.audit.record(person.id(), "enterprise.register", confirmed.uscc());
			this.requests.remove(confirmed.id());
		});
		return request.isPresent();
	}

	/**
	 * Somebody says that a known enterprise is its own. Who has asked to join may still
	 * dispute; a dispute stays one, since the contact would decide on joining.
	 * @return false if the link does not work any more
	 */
	@Transactional
	public boolean claim(String secret, ClaimKind kind, String explanation) {
		Optional<AccountRequest> request = use(secret);
		request.ifPresent(confirmed -> {
			// So that the contact cannot admit a claim that turns into a dispute about
			// it.
			this.enterprises.lock(confirmed.uscc());
			if (!open(confirmed, kind, explanation) && kind == ClaimKind.DISPUTE) {
				dispute(confirmed, explanation);
			}
			this.requests.remove(confirmed.id());
		});
		return request.isPresent();
	}

	private boolean open(AccountRequest confirmed, ClaimKind kind, String explanation) {
		UUID id = UUID.randomUUID();
		boolean opened = this.claims.open(id, confirmed, decidingAuthority(confirmed.uscc()), kind, explanation);
		if (opened) {
			this.audit.record("claimant", "claim.open", id.toString());
			this.letters.opened(this.claims.find(id).orElseThrow());
		}
		return opened;
	}

	private void dispute(AccountRequest confirmed, String explanation) {
		this.claims.dispute(confirmed, explanation).ifPresent(claim -> {
			this.audit.record("claimant", "claim.dispute", claim.id().toString());
			this.letters.disputed(claim);
		});
	}

	// An authority that has nobody here yet could not decide; the ministry's side does.
	private String decidingAuthority(String uscc) {
		return this.authorities.ofPlace(uscc)
			.map(Authority::key)
			.filter(key -> !this.people.with(Role.OFFICER, key).isEmpty()
					|| !this.people.with(Role.HEAD, key).isEmpty())
			.orElse("");
	}

	private Optional<AccountRequest> use(String secret) {
		return confirming(secret).filter(request -> this.links.use(Purpose.REGISTRATION, secret).isPresent());
	}

}
