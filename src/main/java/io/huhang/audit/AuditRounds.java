package io.huhang.audit;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals the record every few seconds, and verifies it and forgets old commands at night.
 */
@Component
@EnableScheduling
class AuditRounds {

	private static final Logger log = LoggerFactory.getLogger(AuditRounds.class);

	private static final String SYSTEM = "system";

	private final AuditChain chain;

	private final AuditRows rows;

	private final Commands commands;

	AuditRounds(AuditChain chain, AuditRows rows, Commands commands) {
		this.chain = chain;
		this.rows = rows;
		this.commands = commands;
	}

	// Asks before it locks: most rounds find nothing.
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void seal() {
		if (this.rows.anyWaiting()) {
			try {
				this.chain.seal();
			}
			catch (PessimisticLockingFailureException ex) {
				log.info("audit chain is being verified, entries are sealed in the next round");
			}
		}
	}

	@Scheduled(cron = "0 0 4 * * *", zone = "Asia/Shanghai")
	void verify() {
		Verification found = this.chain.verify(SYSTEM);
		if (found.passed()) {
			log.info("audit chain verified count={}", found.count());
		}
		else {
			log.error("audit chain broken position={} fault={}", found.faultPosition(), found.fault());
		}
	}

	@Scheduled(cron = "0 15 4 * * *", zone = "Asia/Shanghai")
	void sweepCommands() {
		log.info("old commands forgotten count={}", this.commands.sweep());
	}

}
