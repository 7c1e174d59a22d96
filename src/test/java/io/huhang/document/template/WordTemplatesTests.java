package io.huhang.document.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed templates are what the reviewed builders make. Written anew by
 * {@code mvn test -Dtest=WordTemplatesTests -Dtemplates=write}. A site that edits a
 * template in Word puts its copy into config/documents/.
 */
class WordTemplatesTests {

	private static final Path FOLDER = Path.of("src/main/resources/documents");

	@Test
	@DisplayName("随库发布的Word模板与其生成代码一致（附件1、附件2、附件3、报送函）")
	void committedTemplatesEqualWhatTheBuildersMake() throws IOException {
		Map<String, byte[]> built = Map.of("annex1.docx", new Annex1Template().build(), "annex2.docx",
				new Annex2Template(1).build(), "annex2-joint.docx", new Annex2Template(2).build(), "annex3.docx",
				new Annex3Template().build(), "covering-letter.docx", new CoveringLetterTemplate().build());
		for (Map.Entry<String, byte[]> template : built.entrySet()) {
			Path file = FOLDER.resolve(template.getKey());
			if ("write".equals(System.getProperty("templates"))) {
				Files.write(file, template.getValue());
			}

			assertThat(xml(Files.readAllBytes(file))).isEqualTo(xml(template.getValue()));
		}
	}

	private static String xml(byte[] docx) throws IOException {
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
			PackagePart fonts = word.getPackage().getPartsByName(Pattern.compile("/word/fontTable.xml")).get(0);
			return new String(fonts.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
					+ word.getDocument().xmlText() + word.getFooterArray(0)._getHdrFtr().xmlText();
		}
	}

}
