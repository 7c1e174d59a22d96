package io.huhang.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForms;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.mail.Letter;
import io.huhang.mail.LetterFile;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.process.DemoClock;
import io.huhang.recommendation.Deliveries;
import io.huhang.recommendation.Delivery;
import io.huhang.recommendation.ListReviews;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("电子版报送：每次发送一个链接，登录后有效，到期失效，可以再次发送（通知二（三））")
class PackageDeliveryTests {

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final Deliveries deliveries;

	private final Attachments attachments;

	private final Letters letters;

	private final Campaign campaign;

	private Journey journey;

	private String number;

	PackageDeliveryTests(ApplicationContext product, Deliveries deliveries, Attachments attachments, Letters letters,
			Campaign campaign) {
		this.product = product;
		this.deliveries = deliveries;
		this.attachments = attachments;
		this.letters = letters;
		this.campaign = campaign;
	}

	@BeforeAll
	void dispatch() {
		this.journey = Journey.begin(this.product, new Party(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER),
				CaseForms.aCase());
		while (this.journey.task("confirmElectronicSet") == null) {
			this.journey.takeNext();
		}
		this.number = this.journey.listNumber();
	}

	@Test
	@Order(1)
	@DisplayName("下载的包解压后用 sha256sum -c 核对一致；重复执行的步骤不再发信")
	void sendsOnceWhatPassesTheSums(@TempDir Path folder) throws Exception {
		StoredFile whole = this.attachments.kept(this.number, PackageEdition.PACKAGE, 1).orElseThrow();
		Path zip = folder.resolve("package.zip");
		Files.write(zip, Visitor.of(Cast.COORDINATOR, this.port).download("/files/" + whole.id()));
		Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
		PackageFiles.unpack(zip, unpacked);

		List<String> said = PackageFiles.check(unpacked);
		String manifest = Files.readString(unpacked.resolve("报送清单.csv"), StandardCharsets.UTF_8);
		assertThat(said).hasSize((int) manifest.lines().count()).allMatch(line -> line.endsWith(": OK"));
		assertThat(manifest).contains("00_附件3_典型案例推荐汇总表/盖章扫描件.pdf",
				"01_%s_之江示例装备制造有限公司/证明材料/01_证明材料.png".formatted(this.journey.caseNumber()));

		this.product.getBean(ListReviews.class).tellContacts(this.number);
		assertThat(this.deliveries.of(this.number)).hasSize(1);
		assertThat(sentLetters()).hasSize(1);
		Letter letter = sentLetters().get(0);
		assertThat(letter.files()).extracting(LetterFile::name).containsExactly("附件3 典型案例推荐汇总表.pdf", "报送清单.csv");
		assertThat(this.letters.text(letter)).contains("有效期至2024年12月11日24:00",
				"/deliveries/" + this.deliveries.of(this.number).get(0).id());
	}

	@Test
	@Order(2)
	@DisplayName("链接：本单位、部里、协调人可以打开，别的单位、申报单位看不到，未登录的先登录")
	void opensTheLinkToThoseWhoReadTheList() {
		String link = "/deliveries/" + this.deliveries.of(this.number).get(0).id();

		for (Person reader : List.of(Cast.OFFICER, Cast.LEADER, Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			HttpResponse<String> page = Visitor.of(reader, this.port).get(link);
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("至2024年12月11日24:00", this.number + "报送包.zip", "证明材料/01_证明材料.png",
					"系统自动发送");
		}
		for (Person other : List.of(Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.APPLICANT_B, Cast.EXPERT,
				Cast.ADMINISTRATOR)) {
			assertThat(Visitor.of(other, this.port).get(link).statusCode()).isEqualTo(404);
		}
		assertThat(Visitor.anonymous(this.port).open(link).statusCode()).isEqualTo(302);
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		assertThat(officer.get("/deliveries/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
		HttpResponse<String> torn = officer.open("/deliveries/xyz");
		assertThat(torn.statusCode()).isEqualTo(400);
		assertThat(torn.body()).contains("无法识别该地址").doesNotContain("Bad Request");
	}

	@Test
	@Order(3)
	@DisplayName("再次发送：经办人和协调人可以，同一操作编号只发一次，不重新生成，记入报送记录和操作留痕")
	void sendsAgainOncePerCommand() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		String key = UUID.randomUUID().toString();
		Map<String, String> part = Map.of("commandKey", key, "scope", "CASES", "case", this.journey.caseNumber());

		assertThat(send(officer, part).statusCode()).isEqualTo(302);
		assertThat(send(officer, part).statusCode()).isEqualTo(302);
		assertThat(send(officer, Map.of("commandKey", key, "scope", "WHOLE")).statusCode()).isEqualTo(409);
		assertThat(send(Visitor.of(Cast.COORDINATOR, this.port),
				Map.of("commandKey", UUID.randomUUID().toString(), "scope", "ANNEX3"))
			.statusCode()).isEqualTo(302);

		List<Delivery> sent = this.deliveries.of(this.number);
		assertThat(sent).extracting(Delivery::ordinal).containsExactly(1, 2, 3);
		assertThat(sent).extracting(Delivery::sentBy)
			.containsExactly("system", Cast.OFFICER.id(), Cast.COORDINATOR.id());
		assertThat(sent).extracting(Delivery::parts)
			.containsExactly(List.of(), List.of(this.journey.caseNumber()), List.of(this.number));
		assertThat(this.attachments.of(this.number, PackageEdition.PACKAGE)).hasSize(1);
		assertThat(sentLetters()).hasSize(3);
		assertThat(sentLetters().get(0).files()).extracting(LetterFile::name).containsExactly("附件3 典型案例推荐汇总表.pdf");
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).get("/recommendations/" + this.number).body())
			.contains("报送记录", "系统自动发送", "整包", Cast.OFFICER.name(), "待发送")
			.doesNotContain("再次发送");
		assertThat(officer.get("/deliveries/" + sent.get(1).id()).body())
			.contains("证明材料/01_证明材料.png", "封面（推荐单位盖章）扫描件.pdf")
			.doesNotContain("报送包.zip", "00_附件3");
		assertThat(officer.get("/deliveries/" + sent.get(2).id()).body()).contains("00_附件3")
			.doesNotContain("01_证明材料.png");
	}

	@Test
	@Order(4)
	@DisplayName("再次发送有误：没有选择、别的案例、缺少操作编号，逐项指出，什么都不发；无权的人看不到")
	void refusesWhatCannotBeSent() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		int before = this.deliveries.of(this.number).size();
		String key = UUID.randomUUID().toString();

		assertRefused(send(officer, Map.of("commandKey", key)), "请选择发送内容。");
		assertRefused(send(officer, Map.of("commandKey", key, "scope", "CASES")), "请至少选择一个案例。");
		assertRefused(send(officer, Map.of("commandKey", key, "scope", "CASES", "case", "HH2024-AL-310000-0001")),
				"所选案例不在已报送的推荐名单中");
		assertRefused(send(officer, Map.of("commandKey", key, "scope", "WHOLE", "case", this.journey.caseNumber())),
				"已勾选部分案例，与所选发送内容不一致");
		assertRefused(send(officer, Map.of("scope", "WHOLE")), "本次发送缺少操作编号");
		for (Person other : List.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.APPLICANT_A,
				Cast.AUDITOR)) {
			Visitor visitor = Visitor.of(other, this.port);
			assertThat(send(visitor, Map.of("commandKey", key, "scope", "WHOLE")).statusCode()).isEqualTo(404);
			assertThat(visitor.get(page()).statusCode()).isEqualTo(404);
		}
		assertThat(this.deliveries.of(this.number)).hasSize(before);
	}

	@Test
	@Order(5)
	@DisplayName("含漏洞材料的链接：审计看不到，协调人只在确认电子材料时可以，附件3不受限（《网络产品安全漏洞管理规定》第四条）")
	void holdsTheNeedToKnow() {
		this.product.getBean(CaseApplications.class).entitle(this.journey.caseNumber(), "某控制器漏洞治理", "D4");
		List<Delivery> sent = this.deliveries.of(this.number);
		String whole = "/deliveries/" + sent.get(0).id();
		String part = "/deliveries/" + sent.get(1).id();
		String annex3 = "/deliveries/" + sent.get(2).id();

		assertThat(statuses(Cast.AUDITOR, whole, part, annex3)).containsExactly(410, 410, 200);
		assertThat(statuses(Cast.COORDINATOR, whole, part, annex3)).containsExactly(200, 200, 200);
		assertThat(Visitor.of(Cast.COORDINATOR, this.port).get(part).body()).doesNotContain("不在您的知悉范围内");
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).get(part).body()).doesNotContain("不在您的知悉范围内");

		this.journey.take("confirmElectronicSet");
		assertThat(statuses(Cast.COORDINATOR, whole, part, annex3)).containsExactly(410, 410, 200);
		assertThat(statuses(Cast.MIIT_OFFICER, whole, part, annex3)).containsExactly(200, 200, 200);
		assertThat(Visitor.of(Cast.AUDITOR, this.port).get("/recommendations/" + this.number).body()).contains("报送记录")
			.doesNotContain(whole, part);
	}

	@Test
	@Order(6)
	@DisplayName("过了有效期：打不开，说明谁可以再次发送；无权的人仍看不到；再次发送后新链接可以打开")
	void expires() {
		Delivery first = this.deliveries.of(this.number).get(0);
		String link = "/deliveries/" + first.id();
		DemoClock clock = this.product.getBean(DemoClock.class);
		clock.advanceTo(first.expiresAt().minus(Duration.ofMinutes(5)));
		assertThat(statuses(Cast.MIIT_OFFICER, link)).containsExactly(200);

		clock.advanceTo(first.expiresAt().plusSeconds(5));

		HttpResponse<String> gone = Visitor.of(Cast.MIIT_OFFICER, this.port).get(link);
		assertThat(gone.statusCode()).isEqualTo(410);
		assertThat(gone.body()).contains("该链接有效期至2024年12月11日24:00，现已不能使用", "请联系浙江省经济和信息化厅经办人或者协调人");
		assertThat(Visitor.of(Cast.OFFICER, this.port).get(link).body()).contains(page());
		assertThat(statuses(Cast.FOREIGN_OFFICER, link)).containsExactly(404);

		send(Visitor.of(Cast.OFFICER, this.port), Map.of("commandKey", UUID.randomUUID().toString(), "scope", "WHOLE"));
		List<Delivery> sent = this.deliveries.of(this.number);
		assertThat(statuses(Cast.MIIT_OFFICER, "/deliveries/" + sent.get(sent.size() - 1).id())).containsExactly(200);
	}

	private List<Letter> sentLetters() {
		return this.letters.latest(50, Optional.of(this.campaign.mailbox()))
			.stream()
			.filter(letter -> letter.kind().equals("package-sent"))
			.toList();
	}

	private String page() {
		return "/recommendations/%s/deliveries/new".formatted(this.number);
	}

	private HttpResponse<String> send(Visitor visitor, Map<String, String> fields) {
		visitor.get(page());
		return visitor.submit(page(), fields);
	}

	private static void assertRefused(HttpResponse<String> answer, String text) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(text);
	}

	private List<Integer> statuses(Person person, String... paths) {
		Visitor visitor = Visitor.of(person, this.port);
		return List.of(paths).stream().map(path -> visitor.get(path).statusCode()).toList();
	}

}
