package io.huhang.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this transaction has read already: one completion asks for its case a dozen times.
 * Whoever writes or locks such a row calls {@link #forget()}, so that nobody decides on
 * what was read before a lock. Outside of a transaction everything is read anew.
 */
@Component
public class TransactionMemory {

	/** What was read under this key, or what the reader reads now. */
	@SuppressWarnings("unchecked")
	public <T> T once(String key, Supplier<T> reader) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| !TransactionSynchronizationManager.isSynchronizationActive()) {
			return reader.get();
		}
		Map<String, Object> known = known();
		T value = (T) known.get(key);
		if (value == null) {
			value = reader.get();
			known.put(key, value);
		}
		return value;
	}

	/** Everything is read anew from here on. */
	@SuppressWarnings("unchecked")
	public void forget() {
		Map<String, Object> known = (Map<String, Object>) TransactionSynchronizationManager.getResource(this);
		if (known != null) {
			known.clear();
		}
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> known() {
		Map<String, Object> known = (Map<String, Object>) TransactionSynchronizationManager.getResource(this);
		if (known == null) {
			Map<String, Object> fresh = new HashMap<>();
			TransactionSynchronizationManager.bindResource(this, fresh);
			TransactionSynchronizationManager.registerSynchronization(new OneTransaction(this, fresh));
			return fresh;
		}
		return known;
	}

	// A transaction inside of another one knows nothing of it, nor the other of it.
	private record OneTransaction(TransactionMemory memory,
			Map<String, Object> known) implements TransactionSynchronization {

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(this.memory);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(this.memory, this.known);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(this.memory);
		}

	}

}
