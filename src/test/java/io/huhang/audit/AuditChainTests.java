package io.huhang.audit;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.huhang.SqlTest;
import io.huhang.audit.Verification.Fault;
import io.huhang.campaign.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@SqlTest
@SpringJUnitConfig(AuditSlice.class)
@DisplayName("操作留痕：逐条封存，改动、删除、调换、插入都查得出第几条")
@Timeout(120)
class AuditChainTests {

	private static final AuditFilter ALL = new AuditFilter("", "", "", Instant.EPOCH,
			Instant.parse("2100-01-01T00:00:00Z"));

	@Autowired
	AuditTrail trail;

	@Autowired
	AuditChain chain;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient database;

	@BeforeEach
	void recordTen() {
		for (String statement : List.of("delete from audit_entry", "delete from audit_verification",
				"update audit_head set position = 0, hash = ''")) {
			this.database.sql(statement).update();
		}
		IntStream.rangeClosed(1, 10).forEach(i -> this.trail.record("test-officer", "case.check", "HH2024-AL-" + i));
		assertThat(this.chain.seal()).isEqualTo(10);
	}

	@Test
	@DisplayName("封存后校验通过，再封存没有新条目")
	void verifiesWhatWasSealed() {
		Verification found = this.chain.verify("test-auditor");

		assertThat(List.of(found.fault(), found.faultPosition(), found.count()))
			.isEqualTo(List.of(Fault.NONE, 0L, 10L));
		assertThat(found.hash()).isEqualTo(this.chain.find(ALL, 0, 1).get(0).hash());
		assertThat(this.chain.latestVerification()).contains(found);
		assertThat(this.chain.seal()).isZero();
	}

	@Test
	@DisplayName("校验值按公布的写法可以自行算出")
	void sealsAsPublished() {
		AuditEntry first = this.chain.find(ALL, 0, 10).get(9);
		AuditEntry second = this.chain.find(ALL, 0, 10).get(8);

		assertThat(first.hash())
			.isEqualTo(Sha256.hex("1\ntest-officer\ncase.check\nHH2024-AL-1\n2024-11-11T01:00:00.123457Z\n\n"));
		assertThat(second.hash()).isEqualTo(Sha256
			.hex("2\ntest-officer\ncase.check\nHH2024-AL-2\n2024-11-11T01:00:00.123457Z\n" + first.hash() + "\n"));
	}

	@Test
	@DisplayName("尚未封存的条目照样看得到，校验不受影响")
	void showsWhatWaits() {
		this.trail.record("test-head", "case.review", "HH2024-AL-1");

		assertThat(this.chain.waiting()).isEqualTo(1);
		assertThat(this.chain.find(ALL, 0, 2)).extracting(AuditEntry::position, AuditEntry::actor)
			.containsExactly(tuple(0L, "test-head"), tuple(10L, "test-officer"));
		assertThat(this.chain.verify("test-auditor").passed()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					update audit_entry set actor = 'test-leader' where position = 4                            | ALTERED   | 4
					update audit_entry set action = 'case.review' where position = 1                           | ALTERED   | 1
					update audit_entry set subject = 'HH2024-AL-8' where position = 7                          | ALTERED   | 7
					update audit_entry set happened_at = happened_at - interval '1' hour where position = 10   | ALTERED   | 10
					update audit_entry set hash = replace(hash, 'a', 'b') where position = 5                   | ALTERED   | 5
					update audit_entry set position = case position when 3 then 60 else 30 end where position in (3, 6); \
					update audit_entry set position = position / 10 where position > 10                        | ALTERED   | 3
					delete from audit_entry where position = 6                                                 | DELETED   | 6
					delete from audit_entry where position = 1                                                 | DELETED   | 1
					delete from audit_entry where position >= 9                                                | DELETED   | 9
					delete from audit_entry                                                                    | DELETED   | 1
					update audit_entry set position = null where position = 2                                  | DELETED   | 2
					insert into audit_entry (actor, action, subject, happened_at, position, hash) \
					select actor, action, 'HH2024-AL-99', happened_at, 11, hash from audit_entry where position = 10 | INSERTED | 11
					insert into audit_entry (actor, action, subject, happened_at, position, hash) \
					select actor, action, subject, happened_at, 0, hash from audit_entry where position = 10   | INSERTED  | 1
					update audit_head set hash = 'x'                                                           | ALTERED   | 10
					update audit_head set position = 9                                                         | INSERTED  | 10
					""")
	@DisplayName("直接改数据库：校验指出第一条异常（T30）")
	void namesTheFirstEntryThatIsWrong(String statements, Fault fault, long position) {
		for (String statement : statements.replace("\\\n", "").split(";")) {
			this.database.sql(statement).update();
		}

		Verification found = this.chain.verify("test-auditor");

		assertThat(List.of(found.fault(), found.faultPosition())).isEqualTo(List.of(fault, position));
		assertThat(this.chain.latestVerification()).contains(found);
	}

	@Test
	@DisplayName("改一条并重算其校验值：下一条露出破绽")
	void noticesARecomputedEntryAtTheNextOne() {
		List<AuditEntry> entries = this.chain.find(ALL, 0, 10);
		AuditEntry third = entries.get(7);
		AuditEntry forged = new AuditEntry(3, "test-leader", third.action(), third.subject(), third.happenedAt(), "");
		this.database.sql("update audit_entry set actor = 'test-leader', hash = ? where position = 3")
			.param(Seal.of(forged, entries.get(8).hash()))
			.update();

		Verification found = this.chain.verify("test-auditor");

		assertThat(List.of(found.fault(), found.faultPosition())).isEqualTo(List.of(Fault.ALTERED, 4L));
	}

	@Test
	@DisplayName("删去最新几条并改写链尾：与以往校验的记录对不上")
	void noticesACutChainThatWasVerifiedBefore() {
		this.chain.verify("test-auditor");

		cutTo(8);

		Verification found = this.chain.verify("test-auditor");
		assertThat(List.of(found.fault(), found.faultPosition())).isEqualTo(List.of(Fault.DELETED, 9L));
	}

	@Test
	@DisplayName("整链重算改写：与以往校验留存的校验值对不上")
	void noticesARewrittenChainThatWasVerifiedBefore() {
		this.chain.verify("test-auditor");

		cutTo(0);
		this.database.sql("delete from audit_entry").update();
		recordTenAs("test-leader");

		Verification found = this.chain.verify("test-auditor");
		assertThat(List.of(found.fault(), found.faultPosition())).isEqualTo(List.of(Fault.REWRITTEN, 10L));
	}

	@Test
	@DisplayName("对照：从未校验过的链被截短并改写链尾，系统内看不出，须靠系统外留存的校验值")
	void cannotSeeACutChainThatNobodyEverVerified() {
		cutTo(8);

		assertThat(this.chain.verify("test-auditor").passed()).isTrue();
	}

	@Test
	@DisplayName("多人同时办理、两个节点同时封存：次序连续，一条不漏，校验通过")
	void sealsUnderManyWriters() {
		AtomicBoolean writing = new AtomicBoolean(true);
		CyclicBarrier together = new CyclicBarrier(8);
		List<CompletableFuture<Void>> sealers = inThreads(2, i -> {
			while (writing.get()) {
				this.chain.seal();
			}
		});
		List<CompletableFuture<Void>> writers = inThreads(8, i -> {
			await(together);
			for (int entry = 0; entry < 50; entry++) {
				boolean fails = entry % 10 == 9;
				this.transaction.executeWithoutResult(status -> {
					this.trail.record("test-" + i, "case.file", "HH2024-AL-" + i);
					if (fails) {
						status.setRollbackOnly();
					}
				});
			}
		});

		writers.forEach(CompletableFuture::join);
		writing.set(false);
		sealers.forEach(CompletableFuture::join);
		this.chain.seal();

		assertThat(this.database.sql("select position from audit_entry order by position").query(Long.class).list())
			.isEqualTo(LongStream.rangeClosed(1, 10 + 8 * 45).boxed().toList());
		assertThat(this.chain.verify("test-auditor").passed()).isTrue();
	}

	@Test
	@DisplayName("按编号、操作人、事项、时间筛选并分页")
	void findsWhatIsWanted() {
		this.trail.record("test-head", "case.review", "HH2024-AL-1");

		assertThat(this.chain.count(ALL)).isEqualTo(11);
		assertThat(this.chain.find(ALL, 1, 4)).extracting(AuditEntry::position).containsExactly(7L, 6L, 5L, 4L);
		assertThat(this.chain.find(wanted("al-1", "test-officer", "case.check"), 0, 9)).extracting(AuditEntry::subject)
			.containsExactly("HH2024-AL-10", "HH2024-AL-1");
		assertThat(this.chain.count(wanted("_", "", ""))).isZero();
		assertThat(this.chain
			.count(new AuditFilter("", "", "", Instant.EPOCH, Instant.parse("2024-11-11T01:00:00.123457Z")))).isZero();
	}

	@Test
	@DisplayName("相同的记录在一分钟内只记一条，另一人的照记")
	void recordsSparsely() {
		for (String subject : List.of("test-a", "test-a", "test-b", "test-a")) {
			this.trail.recordSparsely("anonymous", "login.failure", subject, Duration.ofMinutes(1));
		}

		assertThat(this.chain.find(wanted("test-", "anonymous", ""), 0, 9)).extracting(AuditEntry::subject)
			.containsExactly("test-b", "test-a");
	}

	@Test
	@DisplayName("导出的表格在系统外校验通过；单元格不会被当作公式（C：系统规则）")
	void exportsWhatVerifiesElsewhere(@TempDir Path folder) throws Exception {
		this.trail.record("=1+1", "'case.odd", "-2,\"x\"");
		this.trail.record("test\nofficer", "case.check", "@SUM(A1)");
		this.chain.seal();

		String export = export();

		assertThat(export).startsWith("\uFEFF序号,时间,操作人,").contains(",'=1+1,", ",\"'-2,\"\"x\"\"\",", ",''case.odd,");
		Path file = Files.writeString(folder.resolve("record.csv"), export);
		assertThat(verifyElsewhere(file)).isEqualTo("verified 12 " + this.chain.find(ALL, 0, 1).get(0).hash());
	}

	@Test
	@DisplayName("对照：导出后改动一格，系统外校验指出第几条")
	void noticesAnAlteredExport(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("record.csv"), export().replace("HH2024-AL-4,", "HH2024-AL-5,"));

		assertThat(verifyElsewhere(file)).isEqualTo("broken 4");
	}

	private String export() {
		StringWriter out = new StringWriter();
		this.chain.export(out, UnaryOperator.identity());
		return out.toString();
	}

	private static String verifyElsewhere(Path file) throws Exception {
		Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dfile.encoding=UTF-8", "src/docs/VerifyAudit.java", file.toString())
			.redirectErrorStream(true)
			.start();
		return new String(verifier.getInputStream().readAllBytes()).strip();
	}

	private void cutTo(long position) {
		this.database.sql("delete from audit_entry where position > :position").param("position", position).update();
		this.database
			.sql("update audit_head set position = :position,"
					+ " hash = coalesce((select hash from audit_entry where position = :position), '')")
			.param("position", position)
			.update();
	}

	private void recordTenAs(String actor) {
		IntStream.rangeClosed(1, 10).forEach(i -> this.trail.record(actor, "case.check", "HH2024-AL-" + i));
		this.chain.seal();
	}

	private static AuditFilter wanted(String subject, String actor, String action) {
		return new AuditFilter(subject, actor, action, ALL.begin(), ALL.end());
	}

	private interface Work {

		void run(int index);

	}

	private static List<CompletableFuture<Void>> inThreads(int count, Work work) {
		return IntStream.range(0, count)
			.mapToObj(i -> CompletableFuture.runAsync(() -> work.run(i), task -> new Thread(task).start()))
			.toList();
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
