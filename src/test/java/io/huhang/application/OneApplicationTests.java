package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.application.CaseApplications.Opening;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Numbers;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TransactionMemory;
import io.huhang.organization.Authorities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("每个申报主体在全国只有一件在办申报；改为允许多件的，只在一个方向（通知二（一），R11，R12，C11）")
@Timeout(120)
class OneApplicationTests {

	private static final Instant CLOSING = Instant.parse("2024-12-17T16:00:00Z");

	private final Campaign campaign;

	private final CaseApplications one;

	private final CaseApplications several;

	private final TransactionTemplate transaction;

	private final JdbcClient database;

	OneApplicationTests(Campaign campaign, CaseApplications one, Authorities authorities, Numbers numbers,
			AuditTrail audit, TransactionMemory memory, Clock clock, PlatformTransactionManager transactions,
			JdbcClient database) {
		this.campaign = campaign;
		this.one = one;
		this.several = new CaseApplications(database, Campaigns.with("several-cases", "true"), authorities, numbers,
				audit, memory, clock);
		this.transaction = new TransactionTemplate(transactions);
		this.database = database;
	}

	@AfterEach
	void end() {
		numbers().forEach(this.one::close);
	}

	@RepeatedTest(5)
	@DisplayName("同时向两个主管部门发起：一件受理，另一件说明原因，编号不浪费给第三者")
	void letsOneOfTwoSimultaneousOpeningsThrough() {
		List<RefusedException> refused = atOnce(this.one, opening("330000-iit", "D1"), opening("330000-ca", "D5"));

		assertThat(refused).hasSize(1);
		assertThat(refused.get(0)).hasMessageContaining("贵单位已有在办申报").hasMessageContaining("每个申报主体只能申报1个方向");
		assertThat(numbers()).hasSize(1);
	}

	@RepeatedTest(5)
	@DisplayName("允许多件的：同时在两个方向发起，只受理一个方向")
	void keepsSimultaneousOpeningsInOneDirection() {
		List<RefusedException> refused = atOnce(this.several, opening("330000-iit", "D1"), opening("330000-ca", "D3"));

		assertThat(refused).hasSize(1);
		assertThat(refused.get(0)).hasMessageContaining("每个申报主体只能申报1个方向，请选择相同的方向。");
		assertThat(numbers()).hasSize(1);
	}

	@Test
	@DisplayName("允许多件的：同时在一个方向发起两件，都受理，互为另一件")
	void takesSeveralCasesOfOneDirection() {
		assertThat(atOnce(this.several, opening("330000-iit", "D1"), opening("330000-iit", "D1"))).isEmpty();

		List<String> both = numbers();
		assertThat(both).hasSize(2);
		assertThat(this.several.besides(this.several.get(both.get(0)))).extracting(CaseApplication::number)
			.containsExactly(both.get(1));
		assertThat(this.one.besides(this.one.get(both.get(0)))).isEmpty();
	}

	@Test
	@DisplayName("前一件办结后可以再发起")
	void opensAnotherAfterTheFirstHasEnded() {
		open(this.one, opening("330000-iit", "D1"));
		end();

		open(this.one, opening("330000-ca", "D3"));

		assertThat(numbers()).hasSize(1);
	}

	private List<RefusedException> atOnce(CaseApplications cases, Opening... openings) {
		CyclicBarrier together = new CyclicBarrier(openings.length);
		List<CompletableFuture<RefusedException>> answers = IntStream.range(0, openings.length)
			.mapToObj(i -> CompletableFuture.supplyAsync(() -> answer(cases, openings[i], together),
					task -> new Thread(task).start()))
			.toList();
		return answers.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
	}

	private RefusedException answer(CaseApplications cases, Opening opening, CyclicBarrier together) {
		try {
			together.await();
			open(cases, opening);
			return null;
		}
		catch (RefusedException ex) {
			return ex;
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void open(CaseApplications cases, Opening opening) {
		this.transaction
			.executeWithoutResult(status -> cases.open(opening, Cast.ZHIJIANG, Cast.APPLICANT_A.id(), CLOSING));
	}

	private Opening opening(String authority, String direction) {
		return new Opening(authority, direction, this.campaign.privacyVersion());
	}

	private List<String> numbers() {
		return this.database
			.sql("select number from application_case where uscc = :uscc and live_key is not null order by number")
			.param("uscc", Cast.ZHIJIANG.uscc())
			.query(String.class)
			.list();
	}

}
