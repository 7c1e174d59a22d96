package io.huhang.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.AddressChange;
import io.huhang.organization.Invitations;
import io.huhang.organization.Newcomer;
import io.huhang.organization.OneTimeLinks;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.PeopleList;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.organization.Staffing;
import io.huhang.organization.Standing.State;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a head does about the accounts of its unit. Whether the head may is decided by
 * {@link io.huhang.organization.Management} before.
 */
@Component
public class Staff {

	private static final String PERSON = "person";

	private final Accounts accounts;

	private final People people;

	private final PeopleList list;

	private final Staffing staffing;

	private final Invitations invitations;

	private final OneTimeLinks links;

	private final AddressChange addressChange;

	private final AuditTrail audit;

	Staff(Accounts accounts, People people, PeopleList list, Staffing staffing, Invitations invitations,
			OneTimeLinks links, AddressChange addressChange, AuditTrail audit) {
		this.accounts = accounts;
		this.people = people;
		this.list = list;
		this.staffing = staffing;
		this.invitations = invitations;
		this.links = links;
		this.addressChange = addressChange;
		this.audit = audit;
	}

	/**
	 * Gives somebody an account, with a letter by which to choose the password.
	 * @throws RefusedException with everything that is wrong about the entry
	 */
	@Transactional
	public Person invite(Newcomer newcomer, String actor) {
		Person person = newcomer.as(this.accounts.newId());
		require(newcomer.entry(), person);
		add(person, actor);
		return person;
	}

	/** As {@link #invite}, for an entry that was checked. */
	void add(Person person, String actor) {
		try {
			this.accounts.invite(person);
		}
		catch (DuplicateKeyException ex) {
			throw taken();
		}
		this.invitations.send(person);
		this.audit.record(actor, "person.invite", person.id());
	}

	/**
	 * Corrects name, address and number. A new address is told to the old and the new
	 * one; links that went to the old one end.
	 * @throws RefusedException with everything that is wrong about the entry
	 */
	@Transactional
	public void edit(String id, PersonEntry entry, String actor) {
		Person before = this.people.get(id);
		require(entry, before);
		requireAddress(before, entry, actor);
		Person after = new Person(id, entry.name(), entry.email(), entry.phone(), before.role(), before.organization());
		try {
			this.people.update(after);
		}
		catch (DuplicateKeyException ex) {
			throw taken();
		}
		this.audit.record(actor, "person.edit", id);
		if (!before.email().equals(after.email())) {
			changeAddress(before, after, actor);
		}
	}

	// Whoever reads the letters to a login address can choose its password.
	private void requireAddress(Person before, PersonEntry entry, String actor) {
		boolean changed = !before.email().equals(entry.email());
		if (changed && state(before.id()) == State.ACTIVE && this.people.get(actor).role() != Role.ADMINISTRATOR) {
			throw new RefusedException(PersonEntry.EMAIL,
					"该账号已由%s本人启用，登录邮箱只能由系统管理员变更；如本人已不在岗，请停用账号并另行邀请。".formatted(before.name()), "账号安全要求");
		}
	}

	/**
	 * Gives the person another role of its unit; its sessions end.
	 * @throws RefusedException for oneself, and if the unit needs the person as it is
	 */
	@Transactional
	public void assign(String id, Role role, String actor) {
		requireOther(id, actor, "不能调整本人的角色，请由其他有权人员办理。");
		Person before = this.people.get(id);
		if (before.role() == role) {
			return;
		}
		this.staffing.requireWithout(before, Optional.of(role));
		Person after = new Person(id, before.name(), before.email(), before.phone(), role, before.organization());
		if (state(id) == State.ACTIVE) {
			this.accounts.assignRole(after);
		}
		else {
			this.people.update(after);
		}
		this.audit.record(actor, "person.role", id);
	}

	/** Sends the invitation once more; the earlier link ends. */
	@Transactional
	public void remind(String id, String actor) {
		require(id, State.INVITED, "该账号不在“%s”状态，无需重新发送邀请。".formatted(State.INVITED.label()));
		this.invitations.send(this.people.get(id));
		this.audit.record(actor, "person.remind", id);
	}

	/**
	 * Ends the account at once.
	 * @throws RefusedException for oneself, and if the unit needs the person
	 */
	@Transactional
	public void deactivate(String id, String actor) {
		requireOther(id, actor, "不能停用本人的账号，请由其他有权人员办理。");
		if (state(id) == State.LEFT) {
			return;
		}
		this.staffing.requireWithout(this.people.get(id), Optional.empty());
		this.accounts.deactivate(id);
		this.audit.record(actor, "person.deactivate", id);
	}

	/** Invites somebody who had left. */
	@Transactional
	public void bringBack(String id, String actor) {
		require(id, State.LEFT, "该账号未停用，无需恢复。");
		this.people.become(id, State.INVITED);
		this.invitations.send(this.people.get(id));
		this.audit.record(actor, "person.return", id);
	}

	private void changeAddress(Person before, Person after, String actor) {
		this.links.revoke(Purpose.RECOVERY, after.id());
		this.addressChange.tell(before, after);
		if (state(after.id()) == State.INVITED) {
			this.invitations.send(after);
		}
		this.audit.record(actor, "person.address", after.id());
	}

	private void require(PersonEntry entry, Person person) {
		List<Problem> problems = new ArrayList<>(entry.problems());
		Map<String, Person> holders = this.list.holders(List.of(entry.email()));
		if (holders.values().stream().anyMatch(holder -> !holder.id().equals(person.id()))) {
			problems.addAll(taken().problems());
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	private State state(String id) {
		return this.people.standing(id).orElseThrow().state();
	}

	private void require(String id, State state, String otherwise) {
		if (state(id) != state) {
			throw new RefusedException(PERSON, otherwise, PersonEntry.CLAUSE);
		}
	}

	private static void requireOther(String id, String actor, String otherwise) {
		if (id.equals(actor)) {
			throw new RefusedException(PERSON, otherwise, PersonEntry.CLAUSE);
		}
	}

	// Not by whom: the address may be known in another unit.
	private static RefusedException taken() {
		return new RefusedException(PersonEntry.EMAIL, "“邮箱”不能使用，请核对或换一个邮箱；确认无误的，请联系系统管理员。", PersonEntry.CLAUSE);
	}

}
