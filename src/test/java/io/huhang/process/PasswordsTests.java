package io.huhang.process;

import java.util.stream.IntStream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

@HuhangTest
@DisplayName("核对口令：不锁定账号，用户名不存在也做同样的核对")
class PasswordsTests {

	private final Passwords passwords;

	private final ProcessEngineConfigurationImpl configuration;

	private final JdbcClient jdbc;

	PasswordsTests(Passwords passwords, ProcessEngineConfigurationImpl configuration, JdbcClient jdbc) {
		this.passwords = passwords;
		this.configuration = configuration;
		this.jdbc = jdbc;
	}

	@Test
	@DisplayName("错误口令再多，也不锁定账号，账号记录不变")
	void wrongPasswordsLockNobody() {
		String before = row();
		assertThat(IntStream.range(0, 12).mapToObj(i -> this.passwords.match(Cast.EXPERT.id(), "Cuowu@2024-" + i)))
			.containsOnly(false);

		assertThat(row()).isEqualTo(before);
		assertThat(this.passwords.match(Cast.EXPERT.id(), Cast.PASSWORD)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "nobody", "test-expert ", "test-expert\u0000", "' or '1'='1", "系统管理员" })
	@DisplayName("不存在的用户名：口令再对也不通过")
	void unknownNamesMatchNothing(String userId) {
		assertThat(this.passwords.match(userId, Cast.PASSWORD)).isFalse();
	}

	@Test
	@DisplayName("用户名不存在时也计算一次散列，强度与真实账号相同")
	void nobodysPasswordCostsTheSame() {
		String real = this.jdbc.sql("select PWD_ from ACT_ID_USER where ID_ = :id")
			.param("id", Cast.EXPERT.id())
			.query(String.class)
			.single();

		PasswordManager manager = this.configuration.getPasswordManager();
		assertThat(manager.encrypt("x")).hasSameSizeAs(real).startsWith(real.substring(0, "{bcrypt}$2a$10$".length()));
		PasswordManager watched = spy(manager);
		this.configuration.setPasswordManager(watched);
		try {
			this.passwords.match("nobody", "x");
			verify(watched).encrypt(any());
			this.passwords.match(Cast.EXPERT.id(), "x");
			verify(watched).check(any(), eq(real));
		}
		finally {
			this.configuration.setPasswordManager(manager);
		}
	}

	private String row() {
		return this.jdbc.sql("select * from ACT_ID_USER where ID_ = :id")
			.param("id", Cast.EXPERT.id())
			.query()
			.singleRow()
			.toString();
	}

}
