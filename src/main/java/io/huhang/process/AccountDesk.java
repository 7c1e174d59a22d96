package io.huhang.process;

import java.util.Map;

import io.huhang.organization.AccountLetters;
import io.huhang.organization.AccountRequest;
import io.huhang.organization.AccountRequests;
import io.huhang.organization.Invitations;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.RequestLimit;
import io.huhang.organization.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Registration and recovery from public pages. Asking writes the same row for everybody;
 * who exists is looked up a moment later and told by letter only, so that neither the
 * answer nor its time tells it.
 */
@Component
@EnableScheduling
public class AccountDesk {

	private static final Logger log = LoggerFactory.getLogger(AccountDesk.class);

	private static final int ROUND = 50;

	private static final String EVERY = "${huhang.accounts.answer-every:PT2S}";

	private final AccountRequests requests;

	private final RequestLimit limit;

	private final People people;

	private final AccountLetters letters;

	private final Invitations invitations;

	private final TransactionOperations transactions;

	AccountDesk(AccountRequests requests, RequestLimit limit, People people, AccountLetters letters,
			Invitations invitations, TransactionOperations transactions) {
		this.requests = requests;
		this.limit = limit;
		this.people = people;
		this.letters = letters;
		this.invitations = invitations;
		this.transactions = transactions;
	}

	/**
	 * Takes a request, unless its client asks too often. An address that gets too many
	 * letters gets no further one, which the asker is not told.
	 * @return false if this client has asked too often
	 */
	@Transactional
	public boolean ask(AccountRequest request, String client) {
		if (!this.limit.admitsClient(client)) {
			return false;
		}
		if (this.limit.admitsAddress(request.email())) {
			this.requests.add(request);
		}
		return true;
	}

	/** Answers what waits, each for itself. */
	@Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
	public synchronized void answer() {
		for (AccountRequest request : this.requests.waiting(ROUND)) {
			try {
				this.transactions.executeWithoutResult(status -> answer(request));
			}
			catch (RuntimeException ex) {
				log.warn("account request not answered id={} error={}", request.id(), ex.getClass().getSimpleName());
			}
		}
	}

	/** Forgets unconfirmed registrations after a week. */
	@Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
	void sweep() {
		int removed = this.requests.sweep();
		this.limit.sweep();
		log.info("account requests swept removed={}", removed);
	}

	private void answer(AccountRequest request) {
		if (!this.requests.take(request.id())) {
			return;
		}
		Person known = this.people.findByLogin(request.email()).orElse(null);
		if (known == null && request.purpose() == Purpose.REGISTRATION) {
			this.letters.confirmRegistration(request);
			return;
		}
		if (known != null) {
			tell(known, request.purpose());
		}
		this.requests.remove(request.id());
	}

	private void tell(Person known, Purpose purpose) {
		switch (this.people.standing(known.id()).map(Standing::state).orElseThrow()) {
			case INVITED -> this.invitations.sendAnother(known);
			case ACTIVE -> {
				if (purpose == Purpose.RECOVERY) {
					this.letters.recover(known);
				}
				else {
					this.letters.known(known, Map.of("ended", ""));
				}
			}
			case LEFT -> {
				if (purpose == Purpose.REGISTRATION) {
					this.letters.known(known, Map.of("ended", "true"));
				}
			}
		}
	}

}
