package io.huhang.campaign;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("同一事务内已读的内容不再重复读取")
class TransactionMemoryTests {

	private final TransactionMemory memory = new TransactionMemory();

	private final AtomicInteger reads = new AtomicInteger();

	private final Transactions transactions = new Transactions();

	private TransactionTemplate transaction;

	private TransactionTemplate another;

	@BeforeEach
	void transactions() {
		this.transaction = new TransactionTemplate(this.transactions);
		this.another = new TransactionTemplate(this.transactions);
		this.another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Test
	@DisplayName("事务之外每次都读")
	void outsideOfATransactionEverythingIsReadAnew() {
		read();
		assertThat(read()).isEqualTo(2);
	}

	@Test
	@DisplayName("一个事务读一次，下一个事务重新读")
	void oneTransactionReadsOnce() {
		this.transaction.executeWithoutResult(status -> {
			read();
			assertThat(read()).isEqualTo(1);
		});
		assertThat(this.transaction.<Integer>execute(status -> read())).isEqualTo(2);
	}

	@Test
	@DisplayName("加锁或写入之后重新读")
	void whatIsForgottenIsReadAnew() {
		this.transaction.executeWithoutResult(status -> {
			read();
			this.memory.forget();
			assertThat(read()).isEqualTo(2);
			this.memory.forget("case/1");
			assertThat(read()).isEqualTo(3);
			this.memory.forget("case/2");
			assertThat(read()).isEqualTo(3);
		});
	}

	@Test
	@DisplayName("内层独立事务与外层互不相见")
	void aTransactionInsideOfAnotherKnowsNothingOfIt() {
		this.transaction.executeWithoutResult(status -> {
			read();
			assertThat(this.another.<Integer>execute(inner -> read())).isEqualTo(2);
			assertThat(read()).isEqualTo(1);
		});
	}

	private int read() {
		return this.memory.once("case/1", this.reads::incrementAndGet);
	}

	/** Begins and ends transactions of nothing. */
	private static final class Transactions extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

		@Override
		protected Object doGetTransaction() {
			return this.depth.get();
		}

		@Override
		protected boolean isExistingTransaction(Object transaction) {
			return (int) transaction > 0;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.depth.set(this.depth.get() + 1);
		}

		@Override
		protected Object doSuspend(Object transaction) {
			return transaction;
		}

		@Override
		protected void doResume(Object transaction, Object suspended) {
			this.depth.set((int) suspended);
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.depth.set(this.depth.get() - 1);
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.depth.set(this.depth.get() - 1);
		}

	}

}
