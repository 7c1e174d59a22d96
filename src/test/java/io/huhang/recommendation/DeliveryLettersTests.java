package io.huhang.recommendation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.NeedToKnow;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageItem;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;
import io.huhang.recommendation.Ranking.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("电子版报送的邮件：附件3、清单和链接；设了邮箱容量的分封，漏洞材料从不通过邮件（通知二（三））")
class DeliveryLettersTests {

	private static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final String OPEN_CASE = "HH2024-AL-330000-0001";

	private static final String CLOSED_CASE = "HH2024-AL-330000-0002";

	private static final Instant NOW = Instant.parse("2024-11-11T01:00:00Z");

	private static final Instant UNTIL = Instant.parse("2024-12-11T16:00:00Z");

	/** What was written: the step, the details and the names of the files. */
	private record Written(String step, Map<String, Object> details, List<String> files) {
	}

	private final List<Written> written = new ArrayList<>();

	private final RankedLists lists = mock(RankedLists.class);

	private final PackageItems items = mock(PackageItems.class);

	private final CaseApplications cases = mock(CaseApplications.class);

	private final NeedToKnow needToKnow = mock(NeedToKnow.class);

	private final Attachments attachments = mock(Attachments.class);

	private final Announcements announcements = mock(Announcements.class);

	@BeforeEach
	void recommendTwoCases() {
		Ranking ranking = new Ranking(
				List.of(new Entry(OPEN_CASE, Opinion.RECOMMEND, ""), new Entry(CLOSED_CASE, Opinion.RECOMMEND, "")),
				"");
		when(this.lists.latest(NUMBER)).thenReturn(
				new RankedList(NUMBER, 1, ranking, new ListTexts(Map.of(), "", ""), "f".repeat(64), NOW, "wang"));
		StoredFile annex3 = file(NUMBER, ListDossier.PDF, "附件3 典型案例推荐汇总表.pdf", 200_000);
		when(this.attachments.kept(NUMBER, ListDossier.PDF, 1)).thenReturn(Optional.of(annex3));
		when(this.attachments.kept(NUMBER, PackageEdition.MANIFEST, 1))
			.thenReturn(Optional.of(file(NUMBER, PackageEdition.MANIFEST, "报送清单.csv", 2_000)));
		when(this.items.of(NUMBER, 1, 1)).thenReturn(List.of(new PackageItem(NUMBER, "00_附件3/附件3.pdf", annex3),
				item(OPEN_CASE, "01_甲/申报书.pdf", 400_000), item(OPEN_CASE, "01_甲/证明材料/01_报告.pdf", 300_000),
				item(OPEN_CASE, "01_甲/证明材料/02_大报告.pdf", 900_000), item(CLOSED_CASE, "02_乙/申报书.pdf", 1_000),
				item(CLOSED_CASE, "02_乙/封面.pdf", 1_000)));
		when(this.needToKnow.appliesTo(CLOSED_CASE)).thenReturn(true);
		when(this.cases.get(anyString())).thenAnswer(call -> titled(call.getArgument(0)));
		when(this.announcements.tellContacts(any(), any(), any(), any(), any())).thenAnswer(call -> {
			List<LetterFile> files = call.getArgument(4);
			this.written.add(new Written(call.getArgument(2), new HashMap<>(call.<Map<String, Object>>getArgument(3)),
					files.stream().map(LetterFile::name).toList()));
			return UUID.nameUUIDFromBytes(call.<String>getArgument(2).getBytes());
		});
	}

	@Test
	@DisplayName("未设邮箱容量：一封信，附件3和清单，其余走链接，写明有效期")
	void sendsAnnex3AndManifestWithALink() {
		Delivery sent = letters("0").write(delivery(1));

		assertThat(this.written).extracting(Written::step).containsExactly("1/1");
		assertThat(this.written.get(0).files()).containsExactly("附件3 典型案例推荐汇总表.pdf", "报送清单.csv");
		assertThat(this.written.get(0).details()).containsEntry("link", "http://localhost:8080/deliveries/" + sent.id())
			.containsEntry("linkUntil", "2024年12月11日24:00")
			.containsEntry("again", false)
			.containsEntry("caseCount", 2)
			.containsEntry("count", 1);
		assertThat(sent.letters()).containsExactly(UUID.nameUUIDFromBytes("1/1".getBytes()));
	}

	@Test
	@DisplayName("设了邮箱容量：分封装入，过大的写明走链接，漏洞案例的文件一个也不在邮件里")
	void splitsWithoutTheFilesOfDirectionD4() {
		Delivery sent = letters("1").write(delivery(1));

		assertThat(this.written).extracting(Written::files)
			.containsExactly(List.of("附件3 典型案例推荐汇总表.pdf", "报送清单.csv", "01_甲_申报书.pdf"), List.of("01_甲_证明材料_01_报告.pdf"));
		assertThat(this.written).extracting(Written::step).containsExactly("1/1", "1/2");
		assertThat(this.written.get(1).details()).containsEntry("place", 2)
			.containsEntry("count", 2)
			.containsEntry("tooLarge", List.of("01_甲_证明材料_02_大报告.pdf"))
			.containsEntry("closedCases", List.of("“乙案例”（乙公司，%s）".formatted(CLOSED_CASE)));
		assertThat(sent.letters()).hasSize(2);
	}

	@Test
	@DisplayName("只发附件3：不带清单；只发部分案例：只带其文件，写明内容")
	void sendsAPart() {
		letters("1").write(delivery(2, NUMBER));
		letters("1").write(delivery(3, CLOSED_CASE));

		assertThat(this.written).extracting(Written::files)
			.containsExactly(List.of("附件3 典型案例推荐汇总表.pdf"), List.of("附件3 典型案例推荐汇总表.pdf", "报送清单.csv"));
		assertThat(this.written.get(0).details()).containsEntry("content", List.of("典型案例推荐汇总表（附件3）"))
			.containsEntry("again", true)
			.containsEntry("closedCases", List.of());
		assertThat(this.written.get(1).details()).containsEntry("content",
				List.of("“乙案例”（乙公司，%s）".formatted(CLOSED_CASE)));
	}

	private DeliveryLetters letters(String limit) {
		return new DeliveryLetters(this.lists, this.items, this.cases, this.needToKnow, this.attachments,
				this.announcements, Campaigns.with("package-mail-limit", limit),
				new Site(URI.create("http://localhost:8080")));
	}

	private static Delivery delivery(int ordinal, String... parts) {
		return new Delivery(UUID.randomUUID(), NUMBER, 1, 1, ordinal, List.of(parts), "a@example.com", "wang", NOW,
				UNTIL, List.of());
	}

	private static CaseApplication titled(String number) {
		CaseApplication application = mock(CaseApplication.class);
		String name = number.equals(CLOSED_CASE) ? "乙" : "甲";
		when(application.number()).thenReturn(number);
		when(application.caseName()).thenReturn(name + "案例");
		when(application.unitName()).thenReturn(name + "公司");
		return application;
	}

	private static PackageItem item(String part, String path, long size) {
		return new PackageItem(part, path, file(part, "evidence", path, size));
	}

	private static StoredFile file(String owner, String slot, String name, long size) {
		return new StoredFile(UUID.nameUUIDFromBytes((owner + name).getBytes()), owner, slot, 1, name, "0".repeat(64),
				size, "application/pdf", 1, "system", NOW);
	}

}
