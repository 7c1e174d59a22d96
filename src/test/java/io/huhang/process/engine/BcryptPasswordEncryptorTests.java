package io.huhang.process.engine;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("口令以 bcrypt 存放")
class BcryptPasswordEncryptorTests {

	// As the engine salts it: the password, then 24 characters of salt.
	private static final String SALT = "q2Yk1vG0bW9s3Tn8uXc5Zg==";

	private final BcryptPasswordEncryptor encryptor = new BcryptPasswordEncryptor(10);

	@Test
	@DisplayName("同一口令通过，不同口令、不同盐不通过")
	void acceptsOnlyTheSamePassword() {
		String encrypted = this.encryptor.encrypt("Huhang-2024" + SALT);

		assertThat(this.encryptor.check("Huhang-2024" + SALT, encrypted)).isTrue();
		assertThat(this.encryptor.check("huhang-2024" + SALT, encrypted)).isFalse();
		assertThat(this.encryptor.check("Huhang-2024", encrypted)).isFalse();
	}

	@Test
	@DisplayName("存放的是 bcrypt 散列，每次不同，不含口令")
	void storesADifferentBcryptHashEachTime() {
		String one = this.encryptor.encrypt("Huhang-2024" + SALT);
		String other = this.encryptor.encrypt("Huhang-2024" + SALT);

		assertThat(one).matches("\\$2[aby]\\$1\\d\\$[./A-Za-z0-9]{53}").isNotEqualTo(other);
		assertThat(this.encryptor.hashAlgorithmName()).isEqualTo("bcrypt");
	}

	@Test
	@DisplayName("长口令的末尾也起作用：不在第72个字节处截断")
	void readsALongPasswordToItsEnd() {
		String longPassword = "x".repeat(100);
		String encrypted = this.encryptor.encrypt(longPassword + "1" + SALT);

		assertThat(this.encryptor.check(longPassword + "1" + SALT, encrypted)).isTrue();
		assertThat(this.encryptor.check(longPassword + "2" + SALT, encrypted)).isFalse();
		assertThat(this.encryptor.check(longPassword + "1" + SALT.replace('q', 'r'), encrypted)).isFalse();
	}

	@Test
	@DisplayName("中文口令一字三字节，同样不截断")
	void readsAChinesePasswordToItsEnd() {
		String password = "护航遴选一二三四五六七八九十甲乙丙丁戊己庚辛";
		String encrypted = this.encryptor.encrypt(password + "壬" + SALT);

		assertThat(this.encryptor.check(password + "壬" + SALT, encrypted)).isTrue();
		assertThat(this.encryptor.check(password + "癸" + SALT, encrypted)).isFalse();
	}

	@Test
	@DisplayName("不是 bcrypt 的旧散列一律不通过")
	void refusesAHashOfAnotherKind() {
		assertThat(this.encryptor.check("Huhang-2024" + SALT, "b109f3bbbc244eb82441917ed06d618b")).isFalse();
		assertThat(this.encryptor.check("Huhang-2024" + SALT, "")).isFalse();
	}

}
