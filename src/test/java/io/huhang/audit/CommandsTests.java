package io.huhang.audit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.huhang.SqlTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SqlTest
@SpringJUnitConfig(AuditSlice.class)
@DisplayName("同一操作编号只办一次，再来一次答复相同")
@Timeout(60)
class CommandsTests {

	private static final Command UPLOAD = Command.of("upload/0123456789abcdef", "test-zhijiang", "task", "content");

	private final AtomicInteger done = new AtomicInteger();

	@Autowired
	Commands commands;

	@Autowired
	JdbcClient database;

	@BeforeEach
	void forgetAll() {
		this.database.sql("delete from audit_command").update();
	}

	@Test
	@DisplayName("重试：答复与第一次相同，工作只做一次")
	void answersARetryTheSame() {
		assertThat(Stream.of(once(UPLOAD), once(UPLOAD))).containsExactly("answer 1", "answer 1");
		assertThat(this.done).hasValue(1);
	}

	@Test
	@DisplayName("对照：另一编号照常办理")
	void doesAnotherCommand() {
		once(UPLOAD);

		assertThat(once(Command.of("upload/fedcba9876543210", "test-zhijiang", "task", "content")))
			.isEqualTo("answer 2");
	}

	@Test
	@DisplayName("同一编号换了内容、换了人：拒绝，不办")
	void refusesAKeyOfAnotherCommand() {
		once(UPLOAD);

		for (Command other : List.of(Command.of(UPLOAD.key(), UPLOAD.actor(), "task", "other"),
				Command.of(UPLOAD.key(), UPLOAD.actor(), "taskcontent"),
				Command.of(UPLOAD.key(), "test-qiantang", "task", "content"))) {
			assertThatExceptionOfType(CommandConflictException.class).isThrownBy(() -> once(other));
		}
		assertThat(this.done).hasValue(1);
	}

	@Test
	@DisplayName("第一次没有办成：编号不作数，可以再办")
	void forgetsWhatFailed() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.commands.once(UPLOAD, () -> {
			throw new IllegalStateException();
		}));

		assertThat(once(UPLOAD)).isEqualTo("answer 1");
	}

	@RepeatedTest(5)
	@DisplayName("同时两次：只办一次，两次答复相同")
	void doesTwoAtOnceOnce() {
		CyclicBarrier together = new CyclicBarrier(2);
		List<CompletableFuture<String>> both = Stream.of(1, 2)
			.map(i -> CompletableFuture.supplyAsync(() -> onceWith(together), task -> new Thread(task).start()))
			.toList();

		assertThat(both.stream().map(CompletableFuture::join)).containsExactly("answer 1", "answer 1");
		assertThat(this.done).hasValue(1);
	}

	@Test
	@DisplayName("超过30天的编号清除，不足的保留")
	void forgetsOldKeys() {
		once(UPLOAD);
		assertThat(this.commands.sweep()).isZero();

		this.database.sql("update audit_command set done_at = done_at - interval '31' day").update();

		assertThat(this.commands.sweep()).isEqualTo(1);
		assertThat(this.commands.find(UPLOAD.key())).isEmpty();
	}

	private String once(Command command) {
		return this.commands.once(command, () -> "answer " + this.done.incrementAndGet());
	}

	private String onceWith(CyclicBarrier together) {
		try {
			together.await();
			return once(UPLOAD);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
