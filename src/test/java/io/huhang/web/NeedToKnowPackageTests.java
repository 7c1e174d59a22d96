package io.huhang.web;

import java.util.List;

import io.huhang.Cast;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.application.CaseForms;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.organization.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("含漏洞材料的报送包：协调人只在确认电子材料时可以下载（《网络产品安全漏洞管理规定》第四条）")
class NeedToKnowPackageTests {

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final Attachments attachments;

	private final CaseApplications applications;

	NeedToKnowPackageTests(ApplicationContext product, Attachments attachments, CaseApplications applications) {
		this.product = product;
		this.attachments = attachments;
		this.applications = applications;
	}

	@Test
	@DisplayName("确认前协调人可以下载整包和各件，审计不可以；确认后协调人也不可以；部内经办人始终可以")
	void opensThePackageOnlyToThoseWhoMustKnow() {
		Journey journey = Journey.begin(this.product, new Party(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER),
				CaseForms.aCase());
		while (journey.task("confirmElectronicSet") == null) {
			journey.takeNext();
		}
		String file = "/files/" + this.attachments.of(journey.listNumber(), PackageEdition.PACKAGE).get(0).id();
		assertThat(status(Cast.AUDITOR, file)).isEqualTo(200);

		String part = "/files/" + this.attachments.of(journey.caseNumber(), CaseDossier.BOUND).get(0).id();
		this.applications.entitle(journey.caseNumber(), "某控制器漏洞治理", "D4");
		for (String closed : List.of(file, part)) {
			assertThat(status(Cast.COORDINATOR, closed)).isEqualTo(200);
			assertThat(status(Cast.AUDITOR, closed)).isEqualTo(404);
		}

		journey.take("confirmElectronicSet");
		for (String closed : List.of(file, part)) {
			assertThat(status(Cast.COORDINATOR, closed)).isEqualTo(404);
			assertThat(status(Cast.MIIT_OFFICER, closed)).isEqualTo(200);
		}
	}

	private int status(Person person, String path) {
		return Visitor.of(person, this.port).get(path).statusCode();
	}

}
