package io.huhang.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.huhang.Cast;
import io.huhang.organization.Person;
import io.huhang.organization.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("登录限速：猜不快，也锁不住任何人（设计§10）")
class LoginTriesTests {

	private static final Map<String, Person> PEOPLE = Map.of(Cast.OFFICER.id(), Cast.OFFICER, Cast.HEAD.id(),
			Cast.HEAD);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int ATTEMPTS = 10_000;

	private final MovableClock clock = new MovableClock();

	private final LoginTries tries = new LoginTries(this.clock);

	private final List<String> compared = new ArrayList<>();

	private final AccountLogin login = new AccountLogin(this::compare,
			login -> PEOPLE.values()
				.stream()
				.filter(person -> login.equals(person.id()) || login.equals(person.email()))
				.findAny(),
			id -> Optional.of(new Standing(Standing.State.ACTIVE, false, 1)), this.tries);

	@Test
	@DisplayName("同一地址对同一账号：五次之后等五分钟，不会更久")
	void oneAddressWaitsFiveMinutesAfterFiveTries() {
		assertThat(answers(6, "10.0.0.1")).containsExactly("wrong", "wrong", "wrong", "wrong", "wrong", "wait 300");

		this.clock.move(Duration.ofMinutes(5).minusSeconds(1));
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "10.0.0.1")).isEqualTo("wait 1");
		this.clock.move(Duration.ofSeconds(1));
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "10.0.0.1")).isEqualTo("in");
	}

	@Test
	@DisplayName("登录名和邮箱是同一个账号，一起计数")
	void loginNameAndAddressAreOneAccount() {
		answers(5, "10.0.0.1");

		assertThat(attempt(Cast.OFFICER.email(), Cast.PASSWORD, "10.0.0.1")).isEqualTo("wait 300");
	}

	@Test
	@DisplayName("对照：别的账号、别的地址不受影响")
	void othersDoNotWait() {
		answers(6, "10.0.0.1");

		assertThat(attempt(Cast.HEAD.id(), Cast.PASSWORD, "10.0.0.1")).isEqualTo("in");
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "10.0.0.2")).isEqualTo("in");
	}

	@Test
	@DisplayName("密码正确的登录不计次数，一天登录多少次都可以")
	void rightPasswordsAreNotCounted() {
		assertThat(IntStream.range(0, 200).mapToObj(i -> attempt(Cast.OFFICER.id(), Cast.PASSWORD, "10.0.0." + i)))
			.containsOnly("in");
	}

	@Test
	@DisplayName("IPv6 一个 /64 网段算一个地址")
	void aNetworkOfIpv6IsOneAddress() {
		IntStream.range(0, 5).forEach(i -> attempt(Cast.OFFICER.id(), "wrong", "2001:db8:1:2::" + i));

		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "2001:db8:1:2:ffff::1")).isEqualTo("wait 300");
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "2001:db8:1:3::1")).isEqualTo("in");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 100, ATTEMPTS })
	@DisplayName("一小时内轮换地址猜一万次：核对的不足一百次，本人从新地址六十秒内登录")
	void guesserGetsFewerThanAHundredAnHourAndTheOwnerGetsIn(int addresses) {
		Duration pause = HOUR.dividedBy(ATTEMPTS);
		List<String> owner = new ArrayList<>();
		int askedAt = ATTEMPTS / 2;
		int back = askedAt + (int) (LoginTries.ACCOUNT_PAUSE.toMillis() / pause.toMillis()) + 1;

		for (int i = 0; i < ATTEMPTS; i++) {
			attempt(Cast.OFFICER.id(), "guess-" + i, "10.1.%d.%d".formatted(i % addresses / 250, i % addresses % 250));
			if (i == askedAt || (i == back && !owner.contains("in"))) {
				owner.add(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7"));
			}
			this.clock.move(pause);
		}

		assertThat(this.compared.stream().filter(password -> password.startsWith("guess-")).count()).isBetween(5L, 99L);
		assertThat(owner).isIn(List.of("in"), List.of("wait 60", "in"));
	}

	@Test
	@DisplayName("曾登录成功的地址：别人猜多少次，本人都不用等")
	void ownerOnItsOwnAddressNeverWaits() {
		attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7");
		guess(ATTEMPTS, i -> "10.2.%d.%d".formatted(i / 250, i % 250));

		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7")).isEqualTo("in");
	}

	@Test
	@DisplayName("没有等满就再试的，重新计时")
	void whoComesBackTooEarlyWaitsAnew() {
		guess(ATTEMPTS, i -> "10.2.%d.%d".formatted(i / 250, i % 250));

		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7")).isEqualTo("wait 60");
		this.clock.move(Duration.ofSeconds(59));
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7")).isEqualTo("wait 60");
		this.clock.move(Duration.ofSeconds(60));
		assertThat(attempt(Cast.OFFICER.id(), Cast.PASSWORD, "192.0.2.7")).isEqualTo("in");
	}

	@Test
	@DisplayName("不存在的用户名：每一步的回答与存在的相同")
	void unknownNamesGetTheSameAnswers() {
		List<String> known = answers(7, "10.0.0.1");
		List<String> unknown = IntStream.range(0, 7).mapToObj(i -> attempt("nobody", "wrong", "10.0.0.1")).toList();

		assertThat(unknown).isEqualTo(known);
	}

	@Test
	@DisplayName("编造再多的用户名，占用的内存有上限")
	void memoryIsBounded() {
		IntStream.range(0, 2 * LoginTries.REMEMBERED).forEach(i -> attempt("invented-" + i, "wrong", "10.0.0.1"));

		assertThat(this.tries.size()).isEqualTo(2 * LoginTries.REMEMBERED);
	}

	private List<String> answers(int count, String address) {
		return IntStream.range(0, count).mapToObj(i -> attempt(Cast.OFFICER.id(), "wrong", address)).toList();
	}

	private void guess(int count, IntFunction<String> address) {
		IntStream.range(0, count).forEach(i -> attempt(Cast.OFFICER.id(), "guess-" + i, address.apply(i)));
	}

	private String attempt(String userId, String password, String address) {
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(userId,
				password);
		token.setDetails(new WebAuthenticationDetails(address, null));
		try {
			return this.login.authenticate(token).isAuthenticated() ? "in" : "out";
		}
		catch (BadCredentialsException ex) {
			return "wrong";
		}
		catch (TooManyTriesException ex) {
			return "wait " + ex.pause().toSeconds();
		}
	}

	private boolean compare(String userId, String password) {
		this.compared.add(password);
		return PEOPLE.containsKey(userId) && password.equals(Cast.PASSWORD);
	}

}
