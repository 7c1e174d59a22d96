package io.huhang.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.Site;
import io.huhang.mail.Letters;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told that a closing date was moved, or that it was not (通知二（三）). */
@Component
class DateMoveLetters {

	private static final String CONTACTS = "申报咨询联系人";

	private static final List<Role> STAFF = List.of(Role.OFFICER, Role.HEAD, Role.LEADER);

	private final DateMoves moves;

	private final Authorities authorities;

	private final CaseApplications cases;

	private final People people;

	private final Letters letters;

	private final Campaign campaign;

	private final Site site;

	DateMoveLetters(DateMoves moves, Authorities authorities, CaseApplications cases, People people, Letters letters,
			Campaign campaign, Site site) {
		this.moves = moves;
		this.authorities = authorities;
		this.cases = cases;
		this.people = people;
		this.letters = letters;
		this.campaign = campaign;
		this.site = site;
	}

	/** Whose date it is, as people read it. */
	String subject(Scope scope, String subject) {
		return switch (scope) {
			case CAMPAIGN -> "全部推荐单位";
			case AUTHORITY, FILING -> this.authorities.get(subject).name();
			case CASE -> this.cases.get(subject).unitName() + "（" + subject + "）";
		};
	}

	/**
	 * Tells the authorities concerned, the contacts of the notice and who proposed it.
	 */
	@Transactional
	public void tellConcerned(String number) {
		DateMove move = this.moves.get(number);
		readers(move).distinct().forEach(reader -> write("date-moved", move, reader.email(), reader.name()));
		if (move.scope() != Scope.FILING) {
			write("date-moved", move, this.campaign.mailbox(), CONTACTS);
		}
	}

	/** Tells who proposed it that it was not agreed to. */
	@Transactional
	public void tellRefused(String number) {
		DateMove move = this.moves.get(number);
		Person proposer = this.people.get(move.proposedBy());
		write("date-move-refused", move, proposer.email(), proposer.name());
	}

	private Stream<Person> readers(DateMove move) {
		Stream<Person> proposer = this.people.find(move.proposedBy()).stream();
		return Stream.concat(switch (move.scope()) {
			case CAMPAIGN -> this.authorities.enabled().stream().map(Authority::key).flatMap(this::staff);
			case AUTHORITY, FILING -> staff(move.subject());
			case CASE -> this.people.with(Role.OFFICER, this.cases.get(move.subject()).authority()).stream();
		}, proposer);
	}

	private Stream<Person> staff(String authority) {
		return STAFF.stream().flatMap(role -> this.people.with(role, authority).stream());
	}

	private void write(String kind, DateMove move, String email, String name) {
		Map<String, Object> model = new HashMap<>();
		model.put("what", move.scope().label());
		model.put("whose", subject(move.scope(), move.subject()));
		model.put("deadline", move.closing());
		model.put("reason", move.refusal().isEmpty() ? move.reason() : move.refusal());
		model.put("link", this.site.link("/"));
		this.letters.write(kind, move.number(), "decided", email, name, model, List.of());
	}

}
