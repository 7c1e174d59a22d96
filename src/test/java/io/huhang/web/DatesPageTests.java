package io.huhang.web;

import java.net.http.HttpResponse;
import java.time.Instant;

import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.Visitor;
import io.huhang.recommendation.ClosingDates;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@EachTestAsStarted
@DisplayName("截止时间页面：部里看提醒安排和调整，协调人提出；主管部门定本单位受理截止（通知二（三））")
class DatesPageTests {

	@LocalServerPort
	private int port;

	private final ClosingDates closingDates;

	DatesPageTests(ClosingDates closingDates) {
		this.closingDates = closingDates;
	}

	@Test
	@DisplayName("看得到提醒安排；填错的在各项旁边说明，填过的还在；非工作日确认后提出，部里看到待审核")
	void coordinatorProposesAMove() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		assertThat(coordinator.get("/").body()).contains("href=\"/dates\"");
		assertThat(coordinator.get("/dates").body()).contains("2024年12月2日 00:00", "30天", "2024年12月31日 21:00", "3小时",
				"未到", "2024年12月31日24:00");

		HttpResponse<String> refused = coordinator.submit("/dates", "scope=CAMPAIGN&closing=2025-01-11&reason=");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("2025年1月11日不是工作日", "已核对，仍按此办理", "value=\"2025-01-11\"", "请填写理由");

		HttpResponse<String> proposed = coordinator.submit("/dates",
				"scope=CAMPAIGN&closing=2025-01-11&reason=snow&confirmations=holiday/2025-01-11");
		assertThat(proposed.statusCode()).isEqualTo(302);
		assertThat(Visitor.of(Cast.MIIT_HEAD, this.port).get("/dates").body())
			.contains("HH2024-TZ-01", "全部推荐单位", "2025年1月11日24:00", "待部经办人审核", Cast.COORDINATOR.name())
			.doesNotContain("提交审核");
	}

	@Test
	@DisplayName("经办人确定本单位受理截止：不晚于报送截止；局领导只看")
	void officerSetsTheDateOfItsAuthority() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		assertThat(officer.get("/authority/closing").body()).contains("2024年12月17日24:00", "2024年12月31日24:00");

		HttpResponse<String> refused = officer.submit("/authority/closing", "closing=2025-01-02&reason=rank");
		HttpResponse<String> saved = officer.submit("/authority/closing", "closing=2024-12-20&reason=rank");

		assertThat(refused.body()).contains("不能晚于推荐单位的报送截止时间（2024年12月31日24:00）");
		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(this.closingDates.ofFirstFilings(Cast.AUTHORITY)).isEqualTo(Instant.parse("2024-12-20T16:00:00Z"));
		assertThat(this.closingDates.ofFirstFilings("310000-iit")).isEqualTo(Instant.parse("2024-12-17T16:00:00Z"));
		assertThat(Visitor.of(Cast.LEADER, this.port).get("/authority/closing").body()).contains("2024年12月20日24:00")
			.doesNotContain("保存");
	}

}
