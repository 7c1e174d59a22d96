package io.huhang.bench.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda's web starter with nothing in it. */
@SpringBootApplication
public class BareStarter {

	public static void main(String[] args) {
		SpringApplication.run(BareStarter.class, args);
	}

}
