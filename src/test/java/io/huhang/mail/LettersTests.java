package io.huhang.mail;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.huhang.SqlTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SqlTest
@SpringJUnitConfig(classes = MailSlice.class, initializers = ConfigDataApplicationContextInitializer.class)
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class LettersTests {

	@Autowired
	Letters letters;

	@Autowired
	TransactionTemplate transaction;

	private UUID write(String step, String email) {
		return this.letters.write("case-filed", Sample.NUMBER, step, email, "张三", Sample.model(), List.of());
	}

	@Test
	@DisplayName("同一事项、同一收件人、同一步骤只有一封信")
	void theSameStepIsTheSameLetter() {
		LetterFile file = new LetterFile("附件3.docx", UUID.randomUUID());
		UUID first = this.letters.write("case-filed", Sample.NUMBER, "revision-1", "a@example.com", "张三",
				Sample.model(), List.of(file));

		UUID again = this.letters.write("case-filed", Sample.NUMBER, "revision-1", "a@example.com", "张三",
				Sample.model(), List.of(file));

		assertThat(again).isEqualTo(first);
		assertThat(this.letters.latest(10, Optional.empty())).hasSize(1);
		assertThat(this.letters.find(first).orElseThrow().files()).containsExactly(file);
	}

	@Test
	@DisplayName("步骤、收件人、事项或信函种类不同，各写一封")
	void anotherStepRecipientNumberOrKindIsAnotherLetter() {
		write("revision-1", "a@example.com");
		write("revision-2", "a@example.com");
		write("revision-1", "b@example.com");
		this.letters.write("case-filed", "HH2024-AL-330000-0008", "revision-1", "a@example.com", "张三", Sample.model(),
				List.of());
		this.letters.write("case-recommended", Sample.NUMBER, "revision-1", "a@example.com", "张三", Sample.model(),
				List.of());

		assertThat(this.letters.latest(10, Optional.empty())).hasSize(5);
	}

	@Test
	@DisplayName("业务事务回滚，信也不存在；提交，信才存在")
	void aLetterSharesTheFateOfItsTransaction() {
		this.transaction.executeWithoutResult((status) -> {
			write("revision-1", "a@example.com");
			status.setRollbackOnly();
		});
		assertThat(this.letters.latest(10, Optional.empty())).isEmpty();

		this.transaction.executeWithoutResult((status) -> write("revision-1", "a@example.com"));

		assertThat(this.letters.latest(10, Optional.empty())).hasSize(1);
	}

	@Test
	@DisplayName("重复写信不影响所在事务的其他内容")
	void aRepetitionDoesNotSpoilItsTransaction() {
		UUID first = write("revision-1", "a@example.com");

		this.transaction.executeWithoutResult((status) -> {
			write("revision-1", "a@example.com");
			write("revision-2", "a@example.com");
		});

		assertThat(this.letters.latest(10, Optional.empty())).extracting(Letter::step)
			.containsExactly("revision-2", "revision-1");
		assertThat(this.letters.latest(10, Optional.empty())).extracting(Letter::id).contains(first);
	}

	@Test
	@DisplayName("收件箱：新的在前，可限数量、可按收件人")
	void latestIsNewestFirstLimitedAndByRecipient() {
		write("1", "a@example.com");
		write("2", "b@example.com");
		write("3", "a@example.com");

		assertThat(this.letters.latest(2, Optional.empty())).extracting(Letter::step).containsExactly("3", "2");
		assertThat(this.letters.latest(9, Optional.of("a@example.com"))).extracting(Letter::step)
			.containsExactly("3", "1");
		assertThat(this.letters.latest(9, Optional.of("c@example.com"))).isEmpty();
	}

	@Test
	@DisplayName("信的全部内容可读回")
	void aLetterReadsBackAsWritten() {
		Letter letter = this.letters.find(write("revision-1", "a@example.com")).orElseThrow();

		assertThat(letter.title()).isEqualTo("已收到典型案例申报材料（HH2024-AL-330000-0007）");
		assertThat(letter)
			.extracting(Letter::kind, Letter::subjectNumber, Letter::step, Letter::recipientEmail,
					Letter::recipientName, Letter::state, Letter::attempts, Letter::resends, Letter::lastError,
					Letter::createdAt, Letter::sentAt, Letter::files)
			.containsExactly("case-filed", Sample.NUMBER, "revision-1", "a@example.com", "张三", Letter.State.WAITING, 0,
					0, "", Instant.parse("2024-11-11T01:00:00Z"), Optional.empty(), List.of());
		assertThat(this.letters.find(UUID.randomUUID())).isEmpty();
	}

	@Test
	@DisplayName("多个节点同时写同一封信，只有一封，各自的事务都能提交")
	void manyNodesWriteOneLetter() throws Exception {
		int nodes = 8;
		CyclicBarrier together = new CyclicBarrier(nodes);
		ExecutorService threads = Executors.newFixedThreadPool(nodes);
		try {
			List<Future<UUID>> ids = threads.invokeAll(Collections.nCopies(nodes, () -> {
				together.await();
				return this.transaction.execute((status) -> write("revision-1", "a@example.com"));
			}));

			Set<UUID> distinct = new HashSet<>();
			for (Future<UUID> id : ids) {
				distinct.add(id.get());
			}
			assertThat(distinct).hasSize(1);
			assertThat(this.letters.latest(10, Optional.empty())).extracting(Letter::id)
				.containsExactlyElementsOf(distinct);
		}
		finally {
			threads.shutdownNow();
		}
	}

}
