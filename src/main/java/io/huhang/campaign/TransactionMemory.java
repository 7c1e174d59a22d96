package io.huhang.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this transaction has read already: one completion asks for its case several times.
 * Whoever locks calls {@link #forget()}, so that nobody decides on what was read before a
 * lock; whoever writes forgets or remembers what it has written. Outside of a transaction
 * everything is read anew.
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
		Map<String, Object> known = known().orElseGet(this::begin);
		T value = (T) known.get(key);
		if (value == null) {
			value = reader.get();
			known.put(key, value);
		}
		return value;
	}

	/** What was just written needs no reading. */
	public void remember(String key, Object value) {
		forget(key);
		once(key, () -> value);
	}

	/** Everything is read anew from here on. */
	public void forget() {
		known().ifPresent(Map::clear);
	}

	/** This is read anew from here on. */
	public void forget(String key) {
		known().ifPresent(known -> known.remove(key));
	}

	@SuppressWarnings("unchecked")
	private Optional<Map<String, Object>> known() {
		return Optional.ofNullable((Map<String, Object>) TransactionSynchronizationManager.getResource(this));
	}

	private Map<String, Object> begin() {
		Map<String, Object> fresh = new HashMap<>();
		TransactionSynchronizationManager.bindResource(this, fresh);
		TransactionSynchronizationManager.registerSynchronization(new OneTransaction(this, fresh));
		return fresh;
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
