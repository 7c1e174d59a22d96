package io.huhang;

import java.time.Clock;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.huhang.campaign.CampaignClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("结构：模块方向、流程引擎、数据访问、时间")
class ArchitectureTests {

	private static final String PROCESS = "io.huhang.process";

	private static final String ENVELOPE = "io.huhang.mail.Envelope";

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.huhang");

	private static final ApplicationModules MODULES = ApplicationModules.of(HuhangApplication.class);

	private static final DescribedPredicate<JavaClass> NEEDED_ELSEWHERE = describe("are used by another module",
			type -> type.getDirectDependenciesToSelf()
				.stream()
				.anyMatch(use -> !module(use.getOriginClass()).equals(module(type))));

	private static final DescribedPredicate<JavaClass> JDBC = resideInAnyPackage("org.springframework.jdbc.core..");

	private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE_FOR_THE_TIME = describe(
			"asks the machine for the time", ArchitectureTests::asksTheMachine);

	@Test
	@DisplayName("模块只按 package-info 写明的方向互相使用，不用对方的内部包")
	void keepsTheDirectionsBetweenModules() {
		assertThat(MODULES.stream().map(module -> module.getIdentifier().toString())).contains("campaign", "audit",
				"attachment", "document", "draft", "electronic", "paper", "mail", "sheet", "organization", "approval",
				"application", "region", "recommendation", "evaluation", "process", "web");

		MODULES.verify();
	}

	@Test
	@DisplayName("每个模块都写明可以使用哪些模块，没有一个是敞开的")
	void declaresTheDirectionsOfEachModule() {
		assertThat(MODULES).isNotEmpty()
			.allSatisfy(module -> assertThat(PRODUCT.getPackage(module.getBasePackage().getName())
				.getAnnotationOfType(ApplicationModule.class)
				.allowedDependencies()).as(module.getDisplayName()).doesNotContain(ApplicationModule.OPEN_TOKEN));
	}

	@Test
	@DisplayName("谁也不使用网页模块，网页模块可以使用其余各模块")
	void keepsWebOutermost() {
		assertExists("io.huhang.web");

		noClasses().that()
			.resideOutsideOfPackage("io.huhang.web..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.huhang.web..")
			.check(PRODUCT);
	}

	@Test
	@DisplayName("只有流程模块使用流程引擎")
	void letsOnlyTheProcessModuleUseTheEngine() {
		assertExists(PROCESS);
		assertThat(PRODUCT.that(resideInAnyPackage(PROCESS + "..")))
			.anyMatch(type -> uses(type, resideInAnyPackage("org.camunda..")));

		noClasses().that()
			.resideOutsideOfPackage(PROCESS + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(PRODUCT);
	}

	@Test
	@DisplayName("数据库语句只写在 @Repository 里；时钟在其前，是唯一例外")
	void writesSqlOnlyInRepositories() {
		assertThat(PRODUCT).anyMatch(type -> type.isAnnotatedWith(Repository.class) && uses(type, JDBC));

		noClasses().that()
			.areNotAnnotatedWith(Repository.class)
			.and()
			.doNotBelongToAnyOf(CampaignClock.class)
			.should()
			.dependOnClassesThat(JDBC)
			.check(PRODUCT);
	}

	@Test
	@DisplayName("@Repository 只有别的模块要用时才公开")
	void publishesARepositoryOnlyForAnotherModule() {
		classes().that()
			.areAnnotatedWith(Repository.class)
			.and()
			.haveModifier(JavaModifier.PUBLIC)
			.should(ArchCondition.from(NEEDED_ELSEWHERE))
			.check(PRODUCT);
	}

	@Test
	@DisplayName("时间来自注入的时钟：只有时钟自己看机器的时间")
	void asksOnlyTheClockForTheTime() {
		assertThat(PRODUCT.get(CampaignClock.class).getAccessesFromSelf()).anyMatch(ASKS_THE_MACHINE_FOR_THE_TIME);

		noClasses().that()
			.doNotBelongToAnyOf(CampaignClock.class)
			.should()
			.accessTargetWhere(ASKS_THE_MACHINE_FOR_THE_TIME)
			.check(PRODUCT);
	}

	@Test
	@DisplayName("java.util.Date 只在流程引擎和邮件要求的地方出现")
	void usesDateOnlyWhereTheEngineAndMailAskForIt() {
		assertExists(PROCESS);
		assertThat(PRODUCT.contain(ENVELOPE)).isTrue();

		noClasses().that()
			.resideOutsideOfPackage(PROCESS + "..")
			.and()
			.doNotHaveFullyQualifiedName(ENVELOPE)
			.should()
			.dependOnClassesThat()
			.areAssignableTo(Date.class)
			.check(PRODUCT);
	}

	// References such as Instant::now count as well as calls.
	private static boolean asksTheMachine(JavaAccess<?> access) {
		JavaClass owner = access.getTargetOwner();
		return switch (access.getName()) {
			case "now" -> owner.getPackageName().equals("java.time") && !takes(access, Clock.class);
			case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
			case "<init>" -> owner.isEquivalentTo(Date.class) && !takes(access, long.class);
			default -> owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
		};
	}

	private static boolean takes(JavaAccess<?> access, Class<?> type) {
		return ((CodeUnitAccessTarget) access.getTarget()).getRawParameterTypes()
			.stream()
			.anyMatch(parameter -> parameter.isEquivalentTo(type));
	}

	private static boolean uses(JavaClass type, DescribedPredicate<JavaClass> target) {
		return type.getDirectDependenciesFromSelf().stream().anyMatch(use -> target.test(use.getTargetClass()));
	}

	private static void assertExists(String name) {
		assertThat(PRODUCT.containPackage(name)).as(name).isTrue();
		assertThat(PRODUCT.getPackage(name).getClassesInPackageTree()).as(name).isNotEmpty();
	}

	private static String module(JavaClass type) {
		String[] parts = type.getPackageName().split("[.]");
		return (parts.length > 2) ? parts[2] : "";
	}

}
