package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.organization.Levels;
import io.huhang.organization.Merging;
import io.huhang.organization.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("审核层级页面：处室负责人管本单位，系统管理员管各单位")
class LevelsPageTests {

	private static final String PAGE = "/authority/levels";

	private static final String FOREIGN = "310000-iit";

	@LocalServerPort
	private int port;

	private final Levels levels;

	private final JdbcClient database;

	LevelsPageTests(Levels levels, JdbcClient database) {
		this.levels = levels;
		this.database = database;
	}

	@AfterEach
	void forget() {
		this.database.sql("delete from organization_levels").update();
	}

	@Test
	@DisplayName("处室负责人从首页进入，看到各层级的人和三种设置，保存后生效")
	void headMergesItsOwnAuthority() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		assertThat(head.get("/").body()).contains("href=\"" + PAGE + "\"");
		assertThat(head.get(PAGE).body()).contains("浙江省经济和信息化厅", Cast.OFFICER.name(), Cast.HEAD.name(),
				Cast.LEADER.name(), "不合并", "经办人与处室负责人合并", "处室负责人与局领导合并");

		HttpResponse<String> saved = head.submit(PAGE, "merging=OFFICER_HEAD");

		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(this.levels.of(Cast.AUTHORITY)).isEqualTo(Merging.OFFICER_HEAD);
		assertThat(head.get(PAGE).body()).containsPattern("目前设置</dt><dd>经办人与处室负责人合并")
			.containsPattern("<dd>丁样例　2024年11月11日");
	}

	@Test
	@DisplayName("系统管理员可以选任一单位；凑不齐两人的，在页面上说明，设置不变")
	void administratorReadsWhyItIsRefused() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);

		HttpResponse<String> refused = administrator.submit(PAGE, "authority=" + FOREIGN + "&merging=HEAD_LEADER");
		HttpResponse<String> saved = administrator.submit(PAGE, "authority=" + Cast.AUTHORITY + "&merging=HEAD_LEADER");

		assertThat(refused.body()).contains("目前没有在用的处室负责人或者局领导账号，请先增加人员，再调整审核层级。");
		assertThat(this.levels.of(FOREIGN)).isEqualTo(Merging.NONE);
		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(this.levels.of(Cast.AUTHORITY)).isEqualTo(Merging.HEAD_LEADER);
	}

	static Stream<Person> others() {
		return Stream.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.EXPERT, Cast.AUDITOR,
				Cast.MIIT_OFFICER, Cast.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他人：看不到，也改不了，与不存在的页面一样")
	void othersFindNothing(Person other) {
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(visitor.open(PAGE).statusCode()).isEqualTo(404);
		assertThat(visitor.submit(PAGE, "authority=" + Cast.AUTHORITY + "&merging=OFFICER_HEAD").statusCode())
			.isEqualTo(404);
		assertThat(visitor.get("/").body()).doesNotContain(PAGE);
		assertThat(this.levels.of(Cast.AUTHORITY)).isEqualTo(Merging.NONE);
	}

	@Test
	@DisplayName("处室负责人点名别的单位、没有的单位、没有的设置：都是没有这个页面")
	void headFindsNoOtherAuthority() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		String foreign = head.open(PAGE + "?authority=" + FOREIGN).body();

		assertThat(foreign).isEqualTo(head.open(PAGE + "?authority=nowhere").body()).contains("没有找到该页面");
		assertThat(head.submit(PAGE, "authority=" + FOREIGN + "&merging=OFFICER_HEAD").statusCode()).isEqualTo(404);
		assertThat(head.submit(PAGE, "merging=ALL").statusCode()).isEqualTo(404);
		assertThat(this.levels.of(FOREIGN)).isEqualTo(Merging.NONE);
	}

}
