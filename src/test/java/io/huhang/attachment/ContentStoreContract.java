package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.huhang.attachment.Incoming.Received;
import io.huhang.attachment.Incoming.TooLargeException;
import io.huhang.campaign.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What every store of contents keeps to. */
abstract class ContentStoreContract {

	static final byte[] CONTENT = "定级报告".getBytes(StandardCharsets.UTF_8);

	static final String NAME = Sha256.hex(CONTENT);

	/** The store under test, empty at first. */
	abstract ContentStore store();

	/** The names of all contents in it. */
	abstract List<String> names() throws IOException;

	/** Makes every content look this old. */
	abstract void age(Duration age) throws IOException;

	/** How many uploads are on their way. */
	abstract int incoming() throws IOException;

	private Received receive(byte[] content) throws IOException {
		return store().receive(new ByteArrayInputStream(content), 100);
	}

	private void put(byte[] content) throws IOException {
		store().publish(receive(content));
	}

	@Test
	@DisplayName("内容以其SHA-256为名，读回一致；相同内容只有一份")
	void keepsEachContentOnceUnderItsHash() throws IOException {
		put(CONTENT);
		put(CONTENT);

		assertThat(names()).containsExactly(NAME);
		assertThat(store().open(NAME)).hasBinaryContent(CONTENT);
		assertThat(incoming()).isZero();
	}

	@Test
	@DisplayName("没有的内容：读取报错，不返回空内容")
	void failsOnAContentThatIsNotThere() {
		assertThatIOException().isThrownBy(() -> store().open(NAME));
	}

	@Test
	@DisplayName("接收时计算指纹和大小；放弃后不留痕迹")
	void leavesNothingOfWhatIsDiscarded() throws IOException {
		Received received = receive(CONTENT);
		assertThat(received).extracting(Received::sha256, Received::size).containsExactly(NAME, (long) CONTENT.length);
		assertThat(incoming()).isEqualTo(1);

		store().discard(received);

		assertThat(incoming()).isZero();
		assertThat(names()).isEmpty();
	}

	@Test
	@DisplayName("边生成边接收：指纹和大小与内容一致；生成中断的不留痕迹")
	void takesInWhatIsWrittenPieceByPiece() throws IOException {
		Received received = store().receive(out -> {
			out.write(CONTENT, 0, 5);
			out.write(CONTENT, 5, CONTENT.length - 5);
		});
		assertThat(received).extracting(Received::sha256, Received::size).containsExactly(NAME, (long) CONTENT.length);
		store().publish(received);
		assertThat(store().open(NAME)).hasBinaryContent(CONTENT);

		assertThatIOException().isThrownBy(() -> store().receive(out -> {
			out.write(new byte[1_000_000]);
			throw new IOException("cut off");
		}));
		assertThat(incoming()).isZero();
		assertThat(names()).containsExactly(NAME);
	}

	@Test
	@DisplayName("超过限制即停止，不留痕迹")
	void stopsAtTheLimit() throws IOException {
		assertThatExceptionOfType(TooLargeException.class).isThrownBy(() -> receive(new byte[101]));

		assertThat(receive(new byte[100]).size()).isEqualTo(100);
		assertThat(incoming()).isEqualTo(1);
		assertThat(names()).isEmpty();
	}

	@Test
	@DisplayName("清理：只删除满一天且无记录的内容")
	void sweepsWhatIsOldAndNamedByNobody() throws IOException {
		byte[] named = { 1 };
		put(CONTENT);
		put(named);

		age(Duration.ofHours(23));
		assertThat(store().sweep(Sha256.hex(named)::equals)).isZero();
		age(Duration.ofHours(25));
		assertThat(store().sweep(Sha256.hex(named)::equals)).isEqualTo(1);

		assertThat(names()).containsExactly(Sha256.hex(named));
	}

	@Test
	@DisplayName("再次上传的旧内容重新计时，当晚不会被清理")
	void countsAnewWhenAContentComesAgain() throws IOException {
		put(CONTENT);
		age(Duration.ofHours(25));

		put(CONTENT);

		assertThat(store().sweep(name -> false)).isZero();
		assertThat(names()).containsExactly(NAME);
	}

}
