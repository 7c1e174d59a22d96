package io.huhang.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("报送包内的文件名：各种系统都能解压，不重名（通知二（三））")
class PackageContentsTests {

	private static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final String CASE = "HH2024-AL-330000-0001";

	private final PackageFiles files = new PackageFiles();

	private final PackageContents contents = new PackageContents(NUMBER);

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "定级报告.pdf,定级报告.pdf", "CON.pdf,_CON.pdf", "con,_con", "com1.tar.gz,_com1.tar.gz",
					"LPT¹.pdf,_LPT¹.pdf", "console.pdf,console.pdf", "报告. .,报告", "报告 .pdf,报告.pdf", "` 报告.pdf`,报告.pdf",
					"=1+1.pdf,_=1+1.pdf", "+86.pdf,_+86.pdf", "-x.pdf,_-x.pdf", "@SUM.pdf,_@SUM.pdf", "＝1.pdf,_＝1.pdf",
					"a/b\\c:d*e?f\"g<h>i|j.pdf,a_b_c_d_e_f_g_h_i_j.pdf", "...,_", "报告\u202Efdp.pdf,报告_fdp.pdf",
					"e\u0301tude.pdf,étude.pdf" })
	@DisplayName("Windows不接受的、表格软件会计算的、看不见的，都换成下划线")
	void namesWhatEverySystemTakes(String name, String plain) {
		assertThat(PackagePath.file("", name, "")).isEqualTo(plain);
	}

	@Test
	@DisplayName("同一文件夹内同名、只差大小写的，后来的加序号，一个不少")
	void numbersWhatIsNamedAlike() {
		StoredFile file = file();
		this.contents.put(CASE, "01_甲/", "报告.pdf", file);
		this.contents.put(CASE, "01_甲/", "报告.pdf", file);
		this.contents.put(CASE, "01_甲/", "Report.PDF", file);
		this.contents.put(CASE, "01_甲/", "REPORT.pdf", file);
		this.contents.put(CASE, "02_乙/", "报告.pdf", file);
		this.contents.put("00_附件3/报告.pdf", file);

		assertThat(paths()).containsExactly("01_甲/报告.pdf", "01_甲/报告（2）.pdf", "01_甲/Report.PDF", "01_甲/REPORT（2）.pdf",
				"02_乙/报告.pdf", "00_附件3/报告.pdf");
		assertThat(this.contents.items()).extracting(PackageItem::part)
			.containsExactly(CASE, CASE, CASE, CASE, CASE, NUMBER);
	}

	@Test
	@DisplayName("再长的单位名称和文件名，路径不到200个字符，每段不到255个字节，扩展名保留，重名仍可区分")
	void cutsWhatIsTooLong() {
		String folder = "01_%s_%s/证明材料".formatted(CASE, "很长的单位名称".repeat(30));
		String name = "很长的文件名\uD842\uDFB7".repeat(40) + ".pdf";
		for (int i = 0; i < 12; i++) {
			this.contents.put(CASE, folder, name, file());
		}

		assertThat(paths()).doesNotHaveDuplicates().hasSize(12).allSatisfy(path -> {
			assertThat(path).hasSizeLessThan(200).endsWith(".pdf").startsWith("01_" + CASE).contains("/证明材料/");
			assertThat(path.split("/"))
				.allSatisfy(part -> assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThan(255));
			assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(path)).isTrue();
		});
		assertThat(paths().get(11)).endsWith("（12）.pdf");
	}

	@Test
	@DisplayName("清单逐项列出文件、字节数、页数、校验值，数不出页数的留空；校验值表含清单本身")
	void listsEachFile() {
		this.contents.put("00_附件3/附件3.docx", this.files.file(NUMBER, "annex3-docx", "附件3.docx", new byte[] { 1 }, 0));
		this.contents.put(CASE, "01_甲/", "申报书.pdf",
				this.files.file(CASE, "application-pdf", "申报书.pdf", new byte[] { 1, 2 }, 8));
		PackageManifest manifest = new PackageManifest(this.contents.items());
		String one = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";
		String two = "a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222";

		assertThat(new String(manifest.csv(), StandardCharsets.UTF_8)).isEqualTo("\uFEFF文件,字节数,页数,SHA-256\r\n"
				+ "\"00_附件3/附件3.docx\",1,," + one + "\r\n\"01_甲/申报书.pdf\",2,8," + two + "\r\n");
		assertThat(new String(manifest.sums(), StandardCharsets.UTF_8).lines().skip(1))
			.containsExactly(one + "  00_附件3/附件3.docx", two + "  01_甲/申报书.pdf");
		assertThat(new String(manifest.sums(), StandardCharsets.UTF_8)).contains("  报送清单.csv\n");
	}

	private List<String> paths() {
		return this.contents.items().stream().map(PackageItem::path).toList();
	}

	private StoredFile file() {
		return this.files.file(CASE, "evidence", "报告.pdf", new byte[] { 1 }, 1);
	}

}
