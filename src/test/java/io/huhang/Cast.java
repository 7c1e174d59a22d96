package io.huhang;

import java.time.Instant;
import java.util.List;

import io.huhang.application.CaseForms;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.process.DemoClock;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;

/** Invented people and enterprises for tests, one of each role and a second applicant. */
@TestComponent
@Order(1)
public class Cast implements ApplicationRunner {

	public static final String PASSWORD = "Ceshi@2024-mima";

	public static final String AUTHORITY = "330000-iit";

	public static final Instant MONDAY = Instant.parse("2024-11-11T01:00:00Z");

	public static final Enterprise ZHIJIANG = new Enterprise(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司");

	public static final Enterprise QIANTANG = new Enterprise(CaseForms.TELECOM_CODE, "钱塘示例通信有限公司");

	public static final Person APPLICANT_A = person("test-zhijiang", "甲样例", Role.APPLICANT, ZHIJIANG.uscc());

	public static final Person APPLICANT_B = person("test-qiantang", "乙样例", Role.APPLICANT, QIANTANG.uscc());

	public static final Person OFFICER = person("test-officer", "丙样例", Role.OFFICER, AUTHORITY);

	public static final Person HEAD = person("test-head", "丁样例", Role.HEAD, AUTHORITY);

	public static final Person LEADER = person("test-leader", "戊样例", Role.LEADER, AUTHORITY);

	public static final Person FOREIGN_OFFICER = person("test-shanghai", "己样例", Role.OFFICER, "310000-iit");

	public static final Person EXPERT = person("test-expert", "庚样例", Role.EXPERT, "");

	public static final Person AUDITOR = person("test-auditor", "辛样例", Role.AUDITOR, "");

	public static final Person MIIT_OFFICER = person("test-miit", "壬样例", Role.MIIT_OFFICER, "");

	public static final Person MIIT_HEAD = person("test-miit-head", "寅样例", Role.MIIT_HEAD, "");

	public static final Person MIIT_LEADER = person("test-miit-leader", "卯样例", Role.MIIT_LEADER, "");

	public static final Person COORDINATOR = person("test-coordinator", "癸样例", Role.COORDINATOR, "");

	public static final Person ADMINISTRATOR = person("test-admin", "子样例", Role.ADMINISTRATOR, "");

	/** Whoever is not staff. */
	public static final List<Person> OUTSIDERS = List.of(APPLICANT_A, APPLICANT_B, OFFICER, HEAD, LEADER,
			FOREIGN_OFFICER, EXPERT, AUDITOR);

	/** Staff in the sense of design §1. */
	public static final List<Person> STAFF = List.of(MIIT_OFFICER, MIIT_HEAD, MIIT_LEADER, COORDINATOR, ADMINISTRATOR);

	private final DemoClock clock;

	private final Accounts accounts;

	private final Enterprises enterprises;

	Cast(DemoClock clock, Accounts accounts, Enterprises enterprises) {
		this.clock = clock;
		this.accounts = accounts;
		this.enterprises = enterprises;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.clock.beginAt(MONDAY);
		List.of(ZHIJIANG, QIANTANG).forEach(this.enterprises::add);
		OUTSIDERS.forEach(person -> this.accounts.create(person, PASSWORD));
		STAFF.forEach(person -> this.accounts.create(person, PASSWORD));
	}

	private static Person person(String id, String name, Role role, String organization) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, organization);
	}

}
