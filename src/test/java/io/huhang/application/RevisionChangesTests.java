package io.huhang.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaigns;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("两版的差异：栏目按附件1的次序，文件按增删，文字与纸面相同")
class RevisionChangesTests {

	private static final Instant NOW = Instant.parse("2024-11-11T01:00:00Z");

	private final RevisionChanges changes = new RevisionChanges(new PrintedFields(Campaigns.packaged()));

	@Test
	@DisplayName("相同的两版没有差异，重新上传的同一文件也不算")
	void findsNothingBetweenEqualRevisions() {
		assertThat(this.changes.between(revision(1, CaseForms.aCase(), file("报告.pdf", "a", 3)),
				revision(2, CaseForms.aCase(), file("报告.pdf", "a", 3))))
			.isEmpty();
	}

	@Test
	@DisplayName("改动、新填和清空的栏目，以及换掉的文件，依次列出原内容和现内容")
	void listsEveryDifferenceInOrder() {
		StoredFile old = file("报告.pdf", "a", 3);
		StoredFile fresh = file("报告.pdf", "b", 4);

		assertThat(this.changes.between(revision(1, CaseForms.aCase(), old),
				revision(2,
						CaseForms.aCase()
							.with("ownership", "STATE")
							.with("establishedOn", "2001-12")
							.with("preCheckWanted", "true")
							.with("results", "新的成效。"),
						fresh)))
			.containsExactly(new RevisionChange("establishedOn", "成立时间", "2001年11月30日", "2001年12月"),
					new RevisionChange("ownership", "单位性质", "民营企业", "国有企业"),
					new RevisionChange("file:" + old.id(), "证明材料（删除）", "报告.pdf（3页）", ""),
					new RevisionChange("file:" + fresh.id(), "证明材料（新增）", "", "报告.pdf（4页）"),
					new RevisionChange("results", "成效与亮点", CaseForms.aCase().form().results(), "新的成效。"),
					new RevisionChange("preCheckWanted", "网上预审", "", "是"));
	}

	@Test
	@DisplayName("同名同内容的两个文件删去一个，列出删去的一个；对照：两个都在没有差异")
	void listsOneOfTwoEqualFilesThatIsGone() {
		StoredFile first = file("报告.pdf", "a", 3);
		StoredFile second = file("报告.pdf", "a", 3);
		CaseForm form = CaseForms.aCase().form();

		assertThat(this.changes.between(revision(1, form, first, second), revision(2, form, second)))
			.containsExactly(new RevisionChange("file:" + first.id(), "证明材料（删除）", "报告.pdf（3页）", ""));
		assertThat(this.changes.between(revision(1, form, second), revision(2, form, first, second)))
			.containsExactly(new RevisionChange("file:" + first.id(), "证明材料（新增）", "", "报告.pdf（3页）"));
		assertThat(this.changes.between(revision(1, form, first, second), revision(2, form, second, first))).isEmpty();
	}

	@Test
	@DisplayName("文件改作别项材料、改写未提供的理由，也是差异")
	void listsFilesThatProveSomethingElse() {
		StoredFile file = file("报告.pdf", "a", 3);
		EvidencePlan before = new EvidencePlan(Map.of(file.id().toString(), List.of("D1-rating")),
				Map.of("D1-rectification", "评测全部符合。"));
		EvidencePlan after = EvidencePlan.of(file.id().toString(), Checks.slots("D1"));

		assertThat(this.changes.between(revision(1, before, file), revision(2, after, file))).containsExactly(
				new RevisionChange("file:" + file.id(), "证明材料（归类）：报告.pdf", "定级报告", "定级报告、评测报告、整改报告"),
				new RevisionChange("evidence", "证明材料（未提供的说明）", "整改报告：未提供。理由：评测全部符合。", ""));
	}

	private static Revision revision(int number, EvidencePlan plan, StoredFile file) {
		return new Revision("HH2024-AL-330000-0007", number, CaseForms.aCase().form().with(plan), List.of(file),
				Checks.slots("D1"), "f".repeat(64), NOW, "zhang", List.of());
	}

	private static Revision revision(int number, CaseForms form, StoredFile file) {
		return revision(number, form.form(), file);
	}

	private static Revision revision(int number, CaseForm form, StoredFile... files) {
		return new Revision("HH2024-AL-330000-0007", number, form, List.of(files), List.of(), "f".repeat(64), NOW,
				"zhang", List.of());
	}

	private static StoredFile file(String name, String sha256, int pages) {
		return new StoredFile(UUID.randomUUID(), "HH2024-AL-330000-0007", "evidence", 0, name, sha256, 100,
				"application/pdf", pages, "zhang", NOW);
	}

}
