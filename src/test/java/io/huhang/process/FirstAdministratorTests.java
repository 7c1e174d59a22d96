package io.huhang.process;

import java.util.List;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.InvalidConfigurationException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("首个系统管理员来自一次性设置")
class FirstAdministratorTests {

	private static final String PASSWORD = "Chushi@2024-mima";

	private static final Person EXPECTED = new Person("u-first234", "子样例", "guanli@example.cn", "", Role.ADMINISTRATOR,
			"");

	private final Accounts accounts = mock(Accounts.class);

	private final People people = mock(People.class);

	@BeforeEach
	void giveAnId() {
		given(this.accounts.newId()).willReturn(EXPECTED.id());
	}

	@Test
	@DisplayName("没有管理员：按设置创建，首次登录须改密，日志不含密码、邮箱和姓名")
	void makesTheFirstOne(CapturedOutput output) {
		start(EXPECTED.email(), EXPECTED.name(), PASSWORD);

		verify(this.accounts).create(EXPECTED, PASSWORD);
		verify(this.people).renewCredentials(EXPECTED.id(), true);
		assertThat(output.getAll()).contains("first administrator created id=u-first234")
			.doesNotContain(PASSWORD, EXPECTED.email(), EXPECTED.name());
	}

	@Test
	@DisplayName("已有管理员：忽略设置，日志提示删除")
	void ignoresTheSettingOnceThereIsOne(CapturedOutput output) {
		given(this.people.with(Role.ADMINISTRATOR, "")).willReturn(List.of(EXPECTED));

		start("other@example.cn", "丑样例", PASSWORD);

		verify(this.accounts, never()).create(any(), any());
		assertThat(output.getAll()).contains("remove huhang.first-administrator from the configuration")
			.doesNotContain(PASSWORD);
	}

	@Test
	@DisplayName("没有管理员也没有设置：停止启动并说明要设置什么")
	void stopsTheStartWithoutAnyAdministrator() {
		assertThatThrownBy(() -> start("", "", "")).isInstanceOf(MissingAdministratorException.class);

		FailureAnalysis analysis = new MissingAdministratorFailureAnalyzer()
			.analyze(new MissingAdministratorException());
		assertThat(analysis.getAction()).contains("huhang.first-administrator.email", "huhang.first-administrator.name",
				"huhang.first-administrator.password");
	}

	@Test
	@DisplayName("设置有误：逐项指出，不含密码")
	void namesTheWrongSetting() {
		wrong("guanli", "子样例", PASSWORD, "email");
		wrong(EXPECTED.email(), " ", PASSWORD, "name");
		wrong(EXPECTED.email(), "子样例", "ruomima", "password");
		assertThat(new FirstAdministratorSetting("a", "b", PASSWORD).toString()).doesNotContain(PASSWORD);
	}

	private void wrong(String email, String name, String password, String key) {
		assertThatThrownBy(() -> start(email, name, password)).isInstanceOf(InvalidConfigurationException.class)
			.hasMessageStartingWith("settings: huhang.first-administrator." + key + ": expected ")
			.message()
			.doesNotContain(password);
	}

	private void start(String email, String name, String password) {
		new FirstAdministrator(new FirstAdministratorSetting(email, name, password), this.accounts, this.people,
				mock(AuditTrail.class), TransactionOperations.withoutTransaction())
			.run(null);
	}

}
