package io.huhang.web;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("会话内容只还原列明的类；还原不了的视为没有")
class SessionBytesTests {

	private static final SecurityContextImpl LOGIN = new SecurityContextImpl(UsernamePasswordAuthenticationToken
		.authenticated(new SignedIn("zhang", 3), null, List.of(new SimpleGrantedAuthority("ROLE_OFFICER"))));

	@Test
	@DisplayName("登录原样还原")
	void readsALoginBack() {
		assertThat(SessionBytes.read(SessionBytes.write(LOGIN))).isEqualTo(LOGIN);
	}

	@Test
	@DisplayName("损坏、截断、别的内容：视为没有")
	void discardsWhatCannotBeRead() {
		byte[] login = SessionBytes.write(LOGIN);
		byte[] renamed = new String(login, StandardCharsets.ISO_8859_1).replace("SignedIn", "SignedUp")
			.getBytes(StandardCharsets.ISO_8859_1);

		assertThat(SessionBytes.read(Arrays.copyOf(login, login.length / 2))).isNull();
		assertThat(SessionBytes.read(renamed)).isNull();
		assertThat(SessionBytes.read("{}".getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(SessionBytes.read(new byte[0])).isNull();
	}

	@Test
	@DisplayName("没有列明的类：即使藏在列表里也不还原")
	void discardsClassesThatAreNotNamed() {
		assertThat(SessionBytes.read(SessionBytes.write(new File("x")))).isNull();
		assertThat(SessionBytes.read(SessionBytes.write(new Object[] { List.of(new File("x")) }))).isNull();
		assertThat(SessionBytes.read(SessionBytes.write(new Object[] { List.of("x") })))
			.isEqualTo(new Object[] { List.of("x") });
	}

	@Test
	@DisplayName("过大的内容不还原")
	void discardsWhatIsTooLarge() {
		assertThat(SessionBytes.read(SessionBytes.write(new int[3000]))).isNotNull();
		assertThat(SessionBytes.read(SessionBytes.write(new int[3001]))).isNull();
	}

}
