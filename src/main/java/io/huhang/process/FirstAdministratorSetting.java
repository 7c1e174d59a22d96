package io.huhang.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one-time setting that makes the first account. To be removed after the first start.
 *
 * @param password known to whoever wrote the setting, so that the first login changes it
 */
@ConfigurationProperties("huhang.first-administrator")
record FirstAdministratorSetting(@DefaultValue("") String email, @DefaultValue("") String name,
		@DefaultValue("") String password) {

	boolean given() {
		return !(this.email + this.name + this.password).isBlank();
	}

	// A record would print its password.
	@Override
	public String toString() {
		return "FirstAdministratorSetting";
	}

}
