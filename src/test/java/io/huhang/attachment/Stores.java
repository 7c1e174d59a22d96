package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.huhang.attachment.Incoming.Received;
import io.huhang.campaign.Campaign;
import org.mockito.Mockito;

import org.springframework.util.unit.DataSize;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

/**
 * Files in a folder without a database behind them, for benchmarks outside this package.
 */
public final class Stores {

	private final FileSettings settings;

	private final FolderStore store;

	public Stores(Path folder) {
		this.settings = new FileSettings(folder, DataSize.ofMegabytes(50), DataSize.ofMegabytes(300));
		this.store = new FolderStore(this.settings);
	}

	/** Of which every edition is made anew. */
	public Attachments attachments() {
		FileRows rows = Mockito.mock(FileRows.class, Mockito.withSettings().stubOnly());
		when(rows.kept(any(), any(), anyInt())).thenReturn(Optional.empty());
		when(rows.insertKept(any())).thenAnswer(call -> call.getArgument(0));
		return new Attachments(rows, this.store, this.settings, Clock.fixed(Instant.EPOCH, Campaign.ZONE));
	}

	/** Puts this file into the store, as an upload of this case. */
	public StoredFile put(String owner, String name, Path content) throws IOException {
		try (InputStream in = Files.newInputStream(content)) {
			Received received = this.store.receive(in, Long.MAX_VALUE);
			this.store.publish(received);
			return new StoredFile(UUID.randomUUID(), owner, "evidence", 1, name, received.sha256(), received.size(),
					"application/pdf", 100, "chen", Instant.EPOCH);
		}
	}

}
