package io.huhang.attachment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away at night what uploads left behind that were cut off or rolled back. */
@Component
@EnableScheduling
class NightlySweep {

	private static final Logger log = LoggerFactory.getLogger(NightlySweep.class);

	private final Attachments attachments;

	NightlySweep(Attachments attachments) {
		this.attachments = attachments;
	}

	@Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
	void sweep() {
		log.info("orphan contents deleted count={}", this.attachments.sweepOrphans());
	}

}
