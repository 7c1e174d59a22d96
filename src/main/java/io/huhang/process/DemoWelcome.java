package io.huhang.process;

import io.huhang.campaign.CampaignClock;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Site;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints where to go and who to log in as, in demo mode only. */
@Component
@Order(2)
@ConditionalOnProperty("huhang.demo.enabled")
class DemoWelcome implements ApplicationRunner {

	private final Site site;

	private final CampaignClock clock;

	DemoWelcome(Site site, CampaignClock clock) {
		this.site = site;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		System.out.println("""

				────────────────────────────────────────────────────────────
				护航遴选 演示环境已启动 (demo mode, never with real data)
				地址 open: %s/        演示时间 demo clock: %s
				密码 password of every account: %s

				  hailan        申报单位 applicant（浙江海澜智造有限公司）
				  qianjiang     申报单位 applicant（杭州钱江通信有限公司）
				  zj-jingban    浙江省经济和信息化厅 经办人 officer（同级同事 zj-jingban2，可以转办）
				  zj-chuzhang   浙江省经济和信息化厅 处室负责人 head
				  zj-juzhang    浙江省经济和信息化厅 局领导 leader
				  tg-jingban    浙江省通信管理局 经办人 officer（处室负责人 tg-chuzhang，局领导 tg-juzhang）
				  sz-jingban    深圳市工业和信息化局 经办人 officer（处室负责人 sz-chuzhang，局领导 sz-juzhang）
				  bu-jingban    部网络安全管理局 经办人 ministry's officer（处长 bu-chuzhang）
				  xietiao       协调人 coordinator（Cockpit、收件箱、演示时钟）
				  shenji        审计 auditor（操作留痕）
				  admin         系统管理员 administrator
				────────────────────────────────────────────────────────────
				""".formatted(this.site.baseUrl(), ChineseDates.minute(this.clock.instant()), DemoData.PASSWORD));
	}

}
