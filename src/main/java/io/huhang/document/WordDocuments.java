package io.huhang.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;

import org.springframework.stereotype.Component;

/**
 * Fills a Word template: {@code {{key}}} for a text, {@code {{?list}} … {{/list}}} for
 * repeated paragraphs, {@code {{%rows}}} above a row of {@code [key]} for repeated rows.
 * The same input gives the same bytes.
 */
@Component
public class WordDocuments {

	private static final int QR_PIXELS = 53;

	private static final int DRAFT_SIZE = 36;

	/**
	 * The document of this template with the stamp in its foot.
	 * @param template name of a file in documents/ without {@code .docx}
	 * @param model the values of all its tags; text is printed as it is, never evaluated
	 */
	public byte[] fill(String template, Map<String, Object> model, Stamp stamp) {
		Map<String, Object> values = new HashMap<>(model);
		values.put("stamp", String.join("　", stamp.lines()));
		values.put("qr", stamp.verifyUrl().isEmpty() ? null
				: Pictures.ofBytes(QrCode.png(stamp.verifyUrl()), PictureType.PNG).size(QR_PIXELS, QR_PIXELS).create());
		return write(template, values, stamp.draft());
	}

	/** A document that carries no stamp, such as a letter. */
	public byte[] fill(String template, Map<String, Object> model) {
		return write(template, model, false);
	}

	private static byte[] write(String template, Map<String, Object> model, boolean draft) {
		try (InputStream source = Templates.find(template + ".docx").getInputStream();
				XWPFTemplate word = XWPFTemplate.compile(source, grammar())) {
			word.render(model);
			if (draft) {
				markAsDraft(word.getXWPFDocument());
			}
			ByteArrayOutputStream docx = new ByteArrayOutputStream();
			word.write(docx);
			return RepeatableZip.of(docx.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** In the head, since watermarks look different in each office program. */
	private static void markAsDraft(XWPFDocument document) {
		XWPFParagraph mark = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
		mark.setAlignment(ParagraphAlignment.CENTER);
		XWPFRun run = mark.createRun();
		run.setText("草　稿");
		run.setFontFamily("黑体", FontCharRange.eastAsia);
		run.setFontSize(DRAFT_SIZE);
		run.setColor("A0A0A0");
	}

	/** Strict: a tag without a value is an error of the template, not an empty place. */
	private static Configure grammar() {
		return Configure.builder().useDefaultEL(true).addPlugin('%', new LoopRowTableRenderPolicy()).build();
	}

}
