package io.huhang.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** 《通用规范汉字表》（国发〔2013〕23号）: 8105 characters, levels 1 to 3. */
class PrintedCharactersTests {

	private static final int IN_THE_TABLE = 8105;

	@Test
	@DisplayName("通用规范汉字表8105字全部有字形")
	void showsTheWholeGeneralStandard() throws IOException {
		String table = table();

		assertThat(table.codePoints().count()).isEqualTo(IN_THE_TABLE);
		assertThat(Glyphs.missing(table)).isEmpty();
	}

	@Test
	@DisplayName("没有字形的字符逐一指出，不重复；空白和不可见字符不算")
	void namesWhatItCannotShow() {
		assertThat(Glyphs.missing("𠮷野家𠮷😀\u00A0\t\n\u200B\uFE0F")).containsExactly("𠮷", "😀");
		assertThat(Glyphs.missing("朱镕基、陈喆、堃、𬭎、䶮，Ω≥3.5℃㎡①")).isEmpty();
	}

	@Test
	@DisplayName("通用规范汉字表全部印出，复制所得逐字相同，没有〓、没有康熙部首")
	void printsAndExtractsTheWholeGeneralStandard() throws IOException {
		String table = table();
		byte[] pdf = print(table);

		String printed = Texts.ofPdf(pdf).replaceAll("\\s", "");

		assertThat(printed).isEqualTo("证明材料（样例）" + table + "本文件仅供演示，内容均为虚构。");
		assertThat(printed.codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF).boxed()).isEmpty();
	}

	@Test
	@DisplayName("姓名用字以宋体印出，并嵌入文件")
	void printsNamesInTheBodyFont() throws IOException {
		assertThat(fonts(print("镕喆堃𬭎䶮"))).allMatch(font -> font.contains("+NotoSerifSC-"));
		assertThat(fonts(print("國"))).anyMatch(font -> font.contains("NotoSansSC"));
	}

	private static byte[] print(String text) {
		return Documents.PDF.render("demo-evidence", Map.of("unitName", text));
	}

	private static Set<String> fonts(byte[] pdf) throws IOException {
		Set<String> names = new TreeSet<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					PDFont font = page.getResources().getFont(name);
					assertThat(font.isEmbedded()).isTrue();
					names.add(font.getName());
				}
			}
		}
		return names;
	}

	private static String table() throws IOException {
		return new ClassPathResource("fonts/general-standard-characters.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.collect(Collectors.joining());
	}

}
