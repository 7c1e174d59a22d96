package io.huhang.campaign;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets only nodes of one zone work on one database (设计 §8): the engine stores timers as
 * local time, so with two zones a deadline would fall twice.
 */
@Component
@EnableScheduling
class NodeRegistration implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(NodeRegistration.class);

	private static final Duration TOLERATED_SKEW = Duration.ofSeconds(2);

	private final UUID id = UUID.randomUUID();

	private final Nodes nodes;

	private final CampaignClock clock;

	NodeRegistration(Nodes nodes, CampaignClock clock) {
		this.nodes = nodes;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		register(TimeZone.getDefault().getID());
	}

	void register(String zone) {
		List<String> reasons = new ArrayList<>(this.nodes.outside(zone));
		if (!zone.equals(Campaign.ZONE.getId())) {
			reasons
				.add("this node's JVM runs in zone %s: it must be %s (-Duser.timezone)".formatted(zone, Campaign.ZONE));
		}
		if (!reasons.isEmpty()) {
			throw new StartRefusedException(reasons);
		}
		Duration skew = this.clock.skew();
		if (skew.abs().compareTo(TOLERATED_SKEW) > 0) {
			log.warn("node clock differs from the database's, check its time service millis={}", skew.toMillis());
		}
		this.nodes.add(this.id, host(), zone, skew);
	}

	@Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
	void stay() {
		this.nodes.seen(this.id);
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

}
