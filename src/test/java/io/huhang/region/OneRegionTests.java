package io.huhang.region;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Numbers;
import io.huhang.campaign.Problem;
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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HuhangTest
@DisplayName("每个地方主管部门只有一件在办的成效突出地区申报；可设置为每个方向一件（通知一（二）、二（一），R14，C20）")
@Timeout(120)
class OneRegionTests {

	private final Campaign campaign;

	private final Authorities authorities;

	private final RegionApplications one;

	private final RegionApplications perDirection;

	private final TransactionTemplate transaction;

	OneRegionTests(Campaign campaign, Authorities authorities, RegionApplications one, OpeningRules rules,
			Numbers numbers, AuditTrail audit, TransactionMemory memory, Clock clock,
			PlatformTransactionManager transactions, JdbcClient database) {
		this.campaign = campaign;
		this.authorities = authorities;
		this.one = one;
		this.perDirection = new RegionApplications(database, Campaigns.with("region-per-direction", "true"),
				authorities, rules, numbers, audit, memory, clock);
		this.transaction = new TransactionTemplate(transactions);
	}

	@AfterEach
	void end() {
		live().forEach(
				application -> this.one.close(application.number(), RegionEnding.WITHDRAWN, "重新申报", Cast.OFFICER.id()));
	}

	@RepeatedTest(5)
	@DisplayName("同时从两个窗口发起：一件受理，另一件说明原因")
	void letsOneOfTwoSimultaneousOpeningsThrough() {
		List<RefusedException> refused = atOnce(this.one, "OVERALL", "SERVICE");

		assertThat(refused).hasSize(1);
		assertThat(refused.get(0).getMessage()).containsAnyOf("成效突出地区申报刚刚由另一窗口或联合申报单位发起，请刷新后在待办中继续办理。",
				"已经发起，请在待办中继续办理。");
		assertThat(live()).hasSize(1);
	}

	@RepeatedTest(5)
	@DisplayName("每个方向一件的：同时在一个方向发起，只受理一件；在两个方向发起，都受理")
	void keepsOneForEachDirection() {
		assertThat(atOnce(this.perDirection, "OVERALL", "OVERALL")).hasSize(1);
		end();

		assertThat(atOnce(this.perDirection, "OVERALL", "SERVICE")).isEmpty();
		assertThat(live()).hasSize(2);
	}

	@Test
	@DisplayName("编号按地区连续；前一件结束后可以再发起，原因和办理人留存")
	void opensAnotherAfterTheFirstHasEnded() {
		RegionApplication first = open(this.one, "OVERALL");
		end();

		RegionApplication second = open(this.one, "SERVICE");

		assertThat(running(second)).isEqualTo(running(first) + 1);
		assertThat(first.number()).startsWith("HH2024-DQ-330000-");
		assertThat(this.one.get(first.number()).live()).isFalse();
		assertThat(this.one.closing(first.number())).get()
			.extracting(RegionApplications.Closing::ending, RegionApplications.Closing::reason,
					RegionApplications.Closing::closedBy)
			.containsExactly(RegionEnding.WITHDRAWN, "重新申报", Cast.OFFICER.id());
		assertThat(this.one.closing(second.number())).isEmpty();
	}

	@Test
	@DisplayName("未选方向、未阅告知、没有联合对象的账号：一次说明全部问题")
	void saysEverythingThatIsMissingAtOnce() {
		RefusedException refused = catchThrowableOfType(RefusedException.class,
				() -> this.one.checkOpening(this.authorities.get(Cast.AUTHORITY), new RegionOpening(null, true, null)));

		assertThat(refused.problems()).extracting(Problem::text)
			.containsExactly("请选择申报方向。", "请阅读并勾选个人信息处理告知。", "浙江省通信管理局尚无在用的经办人和签发人账号，不能在系统内会签，请先联系其开通账号，或选择单独申报。");
	}

	@Test
	@DisplayName("没有另一主管部门的地区不能联合申报")
	void refusesAJointApplicationWithoutAPartner() {
		RefusedException refused = catchThrowableOfType(RefusedException.class,
				() -> this.one.checkOpening(this.authorities.get("330200-iit"), opening("OVERALL", true)));

		assertThat(refused.problems()).extracting(Problem::text).containsExactly("本地区没有可以联合申报的另一主管部门，请选择单独申报。");
	}

	private static int running(RegionApplication application) {
		return Integer.parseInt(application.number().substring(application.number().lastIndexOf('-') + 1));
	}

	private List<RegionApplication> live() {
		return this.one.of(Cast.AUTHORITY).stream().filter(RegionApplication::live).toList();
	}

	private RegionOpening opening(String direction, boolean joint) {
		return new RegionOpening(direction, joint, this.campaign.privacyVersion());
	}

	private RegionApplication open(RegionApplications applications, String direction) {
		return this.transaction.execute(status -> applications.open(this.authorities.get(Cast.AUTHORITY),
				opening(direction, false), Cast.OFFICER.id()));
	}

	private List<RefusedException> atOnce(RegionApplications applications, String... directions) {
		CyclicBarrier together = new CyclicBarrier(directions.length);
		List<CompletableFuture<RefusedException>> answers = Stream.of(directions)
			.map(direction -> CompletableFuture.supplyAsync(() -> answer(applications, direction, together),
					task -> new Thread(task).start()))
			.toList();
		return answers.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
	}

	private RefusedException answer(RegionApplications applications, String direction, CyclicBarrier together) {
		try {
			together.await();
			open(applications, direction);
			return null;
		}
		catch (RefusedException ex) {
			return ex;
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
