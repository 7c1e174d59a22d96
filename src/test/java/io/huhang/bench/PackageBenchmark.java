package io.huhang.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.attachment.Stores;
import io.huhang.recommendation.PackageMaking;
import io.huhang.recommendation.Packages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The 报送包 of 20 cases with 50 MB each as the product makes and keeps it, against
 * java.util.zip alone on the same files and the same disk. Not part of the build; needs 4
 * GB of room below target/:
 *
 * <pre>
 * mvn -q test -Dtest=PackageBenchmark -Dhuhang.test.jvm=
 * </pre>
 */
@DisplayName("报送包的组装速度：本系统与未经包装的 java.util.zip")
class PackageBenchmark {

	private static final int ROUNDS = Integer.getInteger("huhang.bench.rounds", 5);

	private static final int CASES = 20;

	private static final int MEGABYTES = 50;

	private static final double LEAST = 0.7;

	/** Megabytes. */
	private static final double MOST_GROWTH = 32;

	private static final List<Path> FILES = new ArrayList<>();

	private static final List<StoredFile> EVIDENCE = new ArrayList<>();

	private static Path folder;

	private static Packages packages;

	@BeforeAll
	static void fillTheStore() throws IOException {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		folder = Files.createTempDirectory(Path.of("target"), "package-bench");
		Stores stores = new Stores(folder);
		for (int i = 1; i <= CASES; i++) {
			FILES.add(scannedPages(folder.resolve("证明材料%02d.pdf".formatted(i)), i));
			EVIDENCE.add(stores.put("HH2024-AL-330000-%04d".formatted(i), "证明材料.pdf", FILES.get(i - 1)));
		}
		Attachments attachments = stores.attachments();
		packages = PackageMaking.packages(attachments, EVIDENCE);
	}

	@AfterAll
	static void clear() throws IOException {
		FileSystemUtils.deleteRecursively(folder);
	}

	@Test
	@DisplayName("速度，轮流各做数次")
	void rate() throws Exception {
		List<Long> product = new ArrayList<>();
		List<Long> deflated = new ArrayList<>();
		List<Long> stored = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			long ours = nanos(PackageBenchmark::assemble);
			long plain = nanos(() -> zip(Deflater.DEFAULT_COMPRESSION));
			long uncompressed = nanos(() -> zip(Deflater.NO_COMPRESSION));
			if (round > 0) {
				product.add(ours);
				deflated.add(plain);
				stored.add(uncompressed);
			}
		}
		double ratio = (double) median(deflated) / median(product);
		System.out.printf(Locale.ROOT,
				"package: product %.1f MB/s, java.util.zip %.1f MB/s, ratio %.2f; java.util.zip without compression"
						+ " %.1f MB/s, ratio %.2f%n",
				rate(product), rate(deflated), ratio, rate(stored), (double) median(stored) / median(product));
		assertThat(ratio).isGreaterThanOrEqualTo(LEAST);
	}

	@Test
	@DisplayName("堆的增长")
	void growth() throws Exception {
		assemble();
		long before = liveHeap();
		AtomicLong most = new AtomicLong(before);
		Thread watch = watch(most);
		assemble();
		watch.interrupt();
		watch.join();
		double growth = (most.get() - before) / 1e6;
		System.out.printf(Locale.ROOT, "package: live heap grew by %.1f MB%n", growth);
		assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
	}

	@Test
	@DisplayName("附件3，20行")
	void annex3() throws Exception {
		for (var kind : PackageMaking.annex3(CASES).entrySet()) {
			List<Long> took = new ArrayList<>();
			for (int round = 0; round < 20; round++) {
				long nanos = nanos(kind.getValue());
				if (round >= 5) {
					took.add(nanos);
				}
			}
			System.out.printf(Locale.ROOT, "annex 3, %d rows, %s: %.0f ms%n", CASES, kind.getKey(), median(took) / 1e6);
		}
	}

	private static Long assemble() {
		packages.assemble(PackageMaking.NUMBER);
		return 1L;
	}

	private static Path zip(int level) throws IOException {
		Path target = folder.resolve("plain-%d.zip".formatted(level));
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
				ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.setLevel(level);
			for (Path file : FILES) {
				zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
				try (InputStream in = Files.newInputStream(file)) {
					in.transferTo(zip);
				}
			}
		}
		return target;
	}

	/** What was written before is on the disk before the next one begins. */
	private static long nanos(Callable<?> work) throws Exception {
		assertThat(new ProcessBuilder("sync").start().waitFor()).isZero();
		long start = System.nanoTime();
		assertThat(work.call()).isNotNull();
		return System.nanoTime() - start;
	}

	private static double rate(List<Long> nanos) {
		return CASES * MEGABYTES / (median(nanos) / 1e9);
	}

	private static long median(List<Long> values) {
		return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
	}

	/** As a scanner writes them: between its marks nothing can be packed. */
	private static Path scannedPages(Path file, int seed) throws IOException {
		Random random = new Random(seed);
		byte[] page = new byte[500_000];
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write("%PDF-1.4\n".getBytes());
			for (int i = 0; i < MEGABYTES * 2; i++) {
				random.nextBytes(page);
				out.write("%d 0 obj <</Length 500000>> stream\n".formatted(i + 1).getBytes());
				out.write(page);
				out.write("\nendstream endobj\n".getBytes());
			}
			out.write("%%EOF\n".getBytes());
		}
		return file;
	}

	/** What is alive meanwhile, asked ten times a second. */
	private static Thread watch(AtomicLong most) {
		Thread watch = new Thread(() -> {
			try {
				while (true) {
					Thread.sleep(100);
					most.accumulateAndGet(liveHeap(), Math::max);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		watch.start();
		return watch;
	}

	private static long liveHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
