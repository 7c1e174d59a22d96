package io.huhang.campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import javax.sql.DataSource;

import io.huhang.SqlTest;
import io.huhang.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SqlTest
@DisplayName("各节点登记在册，时区必须一致；时钟是数据库的")
class NodeRegistrationTests {

	private static final String ZONE = "Asia/Shanghai";

	private JdbcClient jdbc;

	private Nodes nodes;

	private CampaignClock clock;

	@BeforeEach
	void migrate() throws SQLException {
		DataSource source = TestDatabase.newDataSource();
		Flyway.configure().dataSource(source).locations("classpath:db/migration/campaign").load().migrate();
		this.jdbc = JdbcClient.create(source);
		this.nodes = new Nodes(this.jdbc);
		this.clock = new CampaignClock(this.jdbc, new DatabaseKind(source));
	}

	private void start(String zone) {
		new NodeRegistration(this.nodes, this.clock).register(zone);
	}

	private void age(Duration age) {
		this.jdbc.sql("update campaign_node set last_seen_at = :moment")
			.param("moment", OffsetDateTime.now().minus(age))
			.update();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from campaign_node where zone = 'Asia/Shanghai'")
			.query(Long.class)
			.single();
	}

	@Test
	@DisplayName("同在北京时间的两个节点都可启动")
	void startsNodesOfOneZone() {
		start(ZONE);
		start(ZONE);

		assertThat(count()).isEqualTo(2);
	}

	@Test
	@DisplayName("本节点不在北京时间：拒绝启动，也不登记")
	void refusesAnotherZone() {
		assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> start("UTC"))
			.withMessage("this node's JVM runs in zone UTC: it must be Asia/Shanghai (-Duser.timezone)");

		assertThat(this.jdbc.sql("select count(*) from campaign_node").query(Long.class).single()).isZero();
	}

	@Test
	@DisplayName("另一个在运行的节点时区不同：拒绝启动，指出是哪一个；它停止两分钟后可以启动")
	void refusesBesideANodeOfAnotherZone() {
		this.nodes.add(UUID.randomUUID(), "old-node", "America/New_York", Duration.ZERO);
		age(Duration.ofSeconds(90));

		assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> start(ZONE))
			.withMessage("the node on old-node runs in zone America/New_York, this one in Asia/Shanghai:"
					+ " stop that node first");
		age(Duration.ofSeconds(150));
		start(ZONE);

		assertThat(count()).isEqualTo(1);
	}

	@Test
	@DisplayName("运行中的节点定时报到；很久以前的登记不再保留")
	void keepsNodesThatAreSeen() {
		UUID id = UUID.randomUUID();
		this.nodes.add(id, "here", ZONE, Duration.ZERO);
		age(Duration.ofDays(31));
		this.nodes.seen(id);
		start(ZONE);
		assertThat(count()).isEqualTo(2);

		age(Duration.ofDays(31));
		start(ZONE);

		assertThat(count()).isEqualTo(1);
	}

	@Test
	@DisplayName("演示动过时钟即看得出来；没动过时与本机时间一致")
	void tellsTheDemosClock() {
		assertThat(this.clock.isDemo()).isFalse();
		assertThat(this.clock.skew().abs()).isLessThan(Duration.ofSeconds(2));

		this.clock.beginAt(Instant.parse("2024-11-11T01:00:00Z"));

		assertThat(this.clock.isDemo()).isTrue();
		assertThat(this.clock.skew().abs()).isLessThan(Duration.ofSeconds(2));
	}

}
