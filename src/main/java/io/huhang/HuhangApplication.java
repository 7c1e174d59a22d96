package io.huhang;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** 护航遴选: the selection of 工网安函〔2024〕926号 as running software. */
@Modulithic(systemName = "护航遴选")
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuhangApplication {

	/** The one zone in which every date of the notice is meant. */
	public static final String ZONE = "Asia/Shanghai";

	public static void main(String[] args) {
		// The engine stores timers as local time, so every node must run in one zone.
		TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
		SpringApplication.run(HuhangApplication.class, args);
	}

}
