package io.huhang.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.huhang.Cast;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("成效突出地区申报的办理记录：报送前只有申报单位可看，报送后部里看到自己经办的（通知二（三））")
class RegionRecordTests {

	private static final Pattern STEP = Pattern.compile("<li><strong>([^<]+)</strong>");

	private static final String NOT_YET = "申报单位尚未报送，申报书和办理情况在报送后可以查看。";

	@LocalServerPort
	private int port;

	private final Regions regions;

	private String number;

	RegionRecordTests(ApplicationContext product) {
		this.regions = new Regions(product);
	}

	@BeforeEach
	void approve() {
		this.number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "RETURN");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "PASS");
		this.regions.approve(this.number, Cast.LEADER, "PASS");
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("报送前：申报单位看到每次提交和审定，部里、审计员只知道尚未报送")
	void staysInsideUntilItLeaves() {
		assertThat(record(Cast.OFFICER)).containsExactly("填报申报书：已提交", "审核：退回", "填报申报书：已提交", "审核：同意", "签发：签发");
		for (Person outside : List.of(Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			assertThat(record(outside)).as(outside.id()).isEmpty();
			assertThat(page(outside)).as(outside.id()).contains(NOT_YET).doesNotContain("内容指纹");
		}
		assertThat(page(Cast.OFFICER)).doesNotContain(NOT_YET);
	}

	@Test
	@DisplayName("报送后：部里看到寄送和签收，不看申报单位内部的审定；审计员看到全部")
	void tellsTheMinistryThatItLeft() {
		this.regions.seal(this.number, Cast.OFFICER, RegionSealing.ALONE);
		this.regions.registerPaper(this.number);

		assertThat(record(Cast.MIIT_OFFICER)).containsExactly("用印与寄送：已寄送", "纸质材料：已签收，2份");
		assertThat(page(Cast.MIIT_OFFICER)).contains("内容指纹").doesNotContain(NOT_YET);
		List<String> all = List.of("填报申报书：已提交", "审核：退回", "填报申报书：已提交", "审核：同意", "签发：签发", "用印与寄送：已寄送", "纸质材料：已签收，2份");
		assertThat(record(Cast.AUDITOR)).isEqualTo(all);
		assertThat(record(Cast.HEAD)).isEqualTo(all);
	}

	@Test
	@DisplayName("其他地方、企业和专家打不开")
	void refusesStrangers() {
		for (Person stranger : List.of(Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.EXPERT)) {
			assertThat(Visitor.of(stranger, this.port).open("/regions/" + this.number).statusCode()).as(stranger.id())
				.isEqualTo(404);
		}
	}

	private List<String> record(Person person) {
		String trail = page(person).split("<h2>办理记录</h2>")[1];
		return STEP.matcher(trail).results().map(MatchResult::group).map(RegionRecordTests::text).toList();
	}

	private static String text(String line) {
		return line.replaceAll("<[^>]+>", "");
	}

	private String page(Person person) {
		return Visitor.of(person, this.port).open("/regions/" + this.number).body();
	}

}
