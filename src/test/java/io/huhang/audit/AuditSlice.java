package io.huhang.audit;

import java.time.Clock;
import java.time.Instant;

import io.huhang.ModuleDatabase;
import io.huhang.campaign.Campaign;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The audit module on a database of its own; nothing is sealed unless a test says so. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import({ ModuleDatabase.class, AuditTrail.class, AuditRows.class, AuditChain.class, Commands.class })
class AuditSlice {

	@Bean
	Clock clock() {
		return Clock.fixed(Instant.parse("2024-11-11T01:00:00.123456789Z"), Campaign.ZONE);
	}

}
