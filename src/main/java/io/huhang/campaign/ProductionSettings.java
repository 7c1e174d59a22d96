package io.huhang.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/** What production must be told before it starts (设计 §8, §10), and what it refuses. */
class ProductionSettings {

	private static final List<Setting> REQUIRED = List.of(
			new Setting("huhang.base-url", "where people reach this site, such as https://huhang.example.cn"),
			new Setting("spring.datasource.url", "the database, such as jdbc:postgresql://host:5432/huhang"),
			new Setting("spring.datasource.username", "who owns the tables"),
			new Setting("spring.datasource.password", "the password of the database's user"),
			new Setting("spring.mail.host", "the mail server that takes this site's letters"),
			new Setting("huhang.mail.from", "the address that letters come from"));

	private static final Setting URL = new Setting("spring.datasource.url", "");

	private static final Setting BASE = new Setting("huhang.base-url", "");

	private static final Setting FOLDER = new Setting("huhang.files.folder", "");

	private static final Setting BUCKET = new Setting("huhang.files.bucket", "");

	private static final Setting MAIL_HOST = new Setting("spring.mail.host", "");

	private static final Setting MAIL_AUTH = new Setting("spring.mail.properties.mail.smtp.auth", "");

	private static final Setting MAIL_USER = new Setting("spring.mail.username", "");

	private static final Setting MAIL_PASSWORD = new Setting("spring.mail.password", "");

	private static final Setting SENDER = new Setting("huhang.mail.from", "");

	private static final Setting WORK_FACTOR = new Setting("huhang.accounts.work-factor", "");

	private static final int LEAST_WORK = 10;

	private static final Setting DEMO = new Setting("huhang.demo.enabled", "");

	private static final List<String> ENCRYPTED = List.of("spring.mail.properties.mail.smtp.starttls.required",
			"spring.mail.properties.mail.smtp.ssl.enable", "spring.mail.ssl.enabled");

	private final PropertyResolver values;

	ProductionSettings(PropertyResolver values) {
		this.values = values;
	}

	/** What is missing or must not be, one line each; empty when production may start. */
	List<String> problems() {
		List<String> problems = new ArrayList<>();
		REQUIRED.stream()
			.filter(setting -> value(setting).isEmpty())
			.map(setting -> setting + " is missing: " + setting.meaning())
			.forEach(problems::add);
		if (value(FOLDER).isEmpty() && value(BUCKET).isEmpty()) {
			problems.add("%s or %s is missing: the folder, or the S3 bucket, that keeps the files".formatted(FOLDER,
					BUCKET));
		}
		Stream.of(insecureAddress(), otherDatabase(), plainMail(), anonymousMail(), sender(), demo(), quickPasswords())
			.filter(StringUtils::hasText)
			.forEach(problems::add);
		return problems;
	}

	private String insecureAddress() {
		boolean wrong = !value(BASE).isEmpty() && !value(BASE).matches("https://[^/?#]+");
		return wrong ? BASE + " = " + value(BASE) + " must begin with https:// and end without path or slash" : "";
	}

	private String anonymousMail() {
		boolean wanted = value(MAIL_AUTH).isEmpty() || Boolean.parseBoolean(value(MAIL_AUTH));
		boolean known = !value(MAIL_USER).isEmpty() && !value(MAIL_PASSWORD).isEmpty();
		return (wanted && !value(MAIL_HOST).isEmpty() && !known)
				? "%s or %s is missing: set both, or %s to false".formatted(MAIL_USER, MAIL_PASSWORD, MAIL_AUTH) : "";
	}

	private String sender() {
		boolean wrong = !value(SENDER).isEmpty() && !value(SENDER).matches("[^@\\s]+@[^@\\s]+");
		return wrong ? SENDER + " = " + value(SENDER) + " is not an address such as noreply@huhang.example.cn" : "";
	}

	// The address may carry a password: it is not repeated.
	private String otherDatabase() {
		return isWrong(URL, "jdbc:postgresql:") ? URL + " must begin with jdbc:postgresql: (H2 is for the demo)" : "";
	}

	private boolean isWrong(Setting setting, String beginning) {
		String value = value(setting);
		return !value.isEmpty() && !value.startsWith(beginning);
	}

	private String plainMail() {
		boolean encrypted = ENCRYPTED.stream().anyMatch(key -> this.values.getProperty(key, boolean.class, false));
		return encrypted ? ""
				: "%s must be true, or %s: letters travel encrypted".formatted(ENCRYPTED.get(0), ENCRYPTED.get(1));
	}

	private String demo() {
		return this.values.getProperty(DEMO.property(), boolean.class, false)
				? DEMO + " must not be true: sample accounts have a known password" : "";
	}

	private String quickPasswords() {
		int factor = this.values.getProperty(WORK_FACTOR.property(), int.class, LEAST_WORK);
		return (factor < LEAST_WORK) ? WORK_FACTOR
				+ " = %d must be %d or more: whoever steals the database guesses faster".formatted(factor, LEAST_WORK)
				: "";
	}

	private String value(Setting setting) {
		return this.values.getProperty(setting.property(), "").strip();
	}

	/** A setting by its property name and its environment variable. */
	private record Setting(String property, String meaning) {

		@Override
		public String toString() {
			return "%s (%s)".formatted(this.property,
					this.property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
		}

	}

}
