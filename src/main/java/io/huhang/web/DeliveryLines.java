package io.huhang.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.application.CaseApplications;
import io.huhang.campaign.ChineseDates;
import io.huhang.mail.Letter;
import io.huhang.mail.Letter.State;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.recommendation.Deliveries;
import io.huhang.recommendation.Delivery;

import org.springframework.stereotype.Component;

/** 报送记录 as people read it. */
@Component
class DeliveryLines {

	private final Deliveries deliveries;

	private final Letters letters;

	private final CaseApplications cases;

	private final DecisionLines people;

	private final Access access;

	private final Clock clock;

	DeliveryLines(Deliveries deliveries, Letters letters, CaseApplications cases, DecisionLines people, Access access,
			Clock clock) {
		this.deliveries = deliveries;
		this.letters = letters;
		this.cases = cases;
		this.people = people;
		this.access = access;
		this.clock = clock;
	}

	/**
	 * One sending.
	 *
	 * @param link address of what was sent; empty where it does not work for the reader
	 */
	record Line(String at, String by, String to, String content, String until, boolean expired, String state,
			String link) {
	}

	/** The sendings of this recommendation, the oldest first. */
	List<Line> of(String number, Person reader) {
		return this.deliveries.of(number).stream().map(delivery -> of(delivery, reader)).toList();
	}

	/** One of them. */
	Line of(Delivery delivery, Person reader) {
		boolean expired = delivery.isExpired(this.clock.instant());
		return new Line(ChineseDates.minute(delivery.sentAt()), by(delivery), delivery.recipient(), content(delivery),
				ChineseDates.deadline(delivery.expiresAt()), expired, state(delivery),
				(expired || !this.access.mayRead(delivery, reader)) ? "" : "/deliveries/" + delivery.id());
	}

	private String by(Delivery delivery) {
		return delivery.sentBy().equals(Delivery.SYSTEM) ? "系统自动发送" : this.people.name(delivery.sentBy());
	}

	private String content(Delivery delivery) {
		return delivery.isWhole() ? "整包"
				: delivery.parts()
					.stream()
					.map(part -> part.equals(delivery.recommendationNumber()) ? "附件3" : this.cases.get(part).caseName())
					.collect(Collectors.joining("、"));
	}

	private String state(Delivery delivery) {
		List<State> states = delivery.letters()
			.stream()
			.map(this.letters::find)
			.flatMap(Optional::stream)
			.map(Letter::state)
			.toList();
		String label = states.contains(State.FAILED) ? "发送失败" : states.contains(State.WAITING) ? "待发送" : "已发送";
		long sent = states.stream().filter(State.SENT::equals).count();
		return (states.size() == 1) ? label : "%s（共%d封，已发送%d封）".formatted(label, states.size(), sent);
	}

}
