package io.huhang.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A Word document in the manner of GB/T 9704: page, fonts, spacing and foot. */
final class Paper {

	static final String TITLE = "方正小标宋简体";

	static final String BLACK = "黑体";

	static final String BODY = "仿宋_GB2312";

	static final String KAI = "楷体_GB2312";

	private static final double TWIPS_PER_MM = 1440 / 25.4;

	final XWPFDocument word = new XWPFDocument();

	Paper upright() {
		return page(210, 297, 37, 26, 35, 28);
	}

	/** The first page of a 函 begins higher (GB/T 9704—2012, 10.1). */
	Paper letter() {
		return page(210, 297, 30, 26, 35, 28);
	}

	Paper across() {
		page(297, 210, 22, 20, 24, 20);
		section().getPgSz().setOrient(STPageOrientation.LANDSCAPE);
		return this;
	}

	private Paper page(int width, int height, int top, int right, int bottom, int left) {
		CTPageSz size = section().addNewPgSz();
		size.setW(twips(width));
		size.setH(twips(height));
		CTPageMar margin = section().addNewPgMar();
		margin.setTop(twips(top));
		margin.setRight(twips(right));
		margin.setBottom(twips(bottom));
		margin.setLeft(twips(left));
		margin.setHeader(twips(15));
		margin.setFooter(twips(8));
		return this;
	}

	private CTSectPr section() {
		return this.word.getDocument().getBody().isSetSectPr() ? this.word.getDocument().getBody().getSectPr()
				: this.word.getDocument().getBody().addNewSectPr();
	}

	/**
	 * Body text: 3号, fixed 28.95 pt so that 22 lines fit, first line two characters in.
	 */
	XWPFParagraph body(String text) {
		return paragraph(text, BODY, 16, true);
	}

	/** Words of the annex that say what to write, paler than what is written. */
	XWPFParagraph hint(String text) {
		XWPFParagraph paragraph = body(text);
		paragraph.getRuns().forEach(run -> run.setColor("404040"));
		return paragraph;
	}

	XWPFParagraph heading(String text) {
		XWPFParagraph paragraph = paragraph(text, BLACK, 16, true);
		paragraph.setKeepNext(true);
		return paragraph;
	}

	XWPFParagraph title(String text) {
		XWPFParagraph paragraph = paragraph(text, TITLE, 22, false);
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		paragraph.setSpacingBetween(38, org.apache.poi.xwpf.usermodel.LineSpacingRule.EXACT);
		return paragraph;
	}

	XWPFParagraph paragraph(String text, String font, int size, boolean indent) {
		XWPFParagraph paragraph = this.word.createParagraph();
		format(paragraph, 28.95, size, indent);
		write(paragraph, text, font, size);
		return paragraph;
	}

	static void format(XWPFParagraph paragraph, double points, int size, boolean indent) {
		paragraph.setAlignment(ParagraphAlignment.BOTH);
		var properties = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
		var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
		spacing.setLine(BigInteger.valueOf(Math.round(points * 20)));
		spacing.setLineRule(STLineSpacingRule.EXACT);
		spacing.setBefore(BigInteger.ZERO);
		spacing.setAfter(BigInteger.ZERO);
		if (indent) {
			// Word counts characters, others know the length only.
			properties.addNewInd().setFirstLineChars(BigInteger.valueOf(200));
			properties.getInd().setFirstLine(BigInteger.valueOf(40L * size));
		}
	}

	/**
	 * Each tag is a run by itself: what stands beside one loses its font when the tag is
	 * filled.
	 */
	static XWPFRun write(XWPFParagraph paragraph, String text, String font, int size) {
		XWPFRun run = null;
		for (String piece : text.split("(?=\\{\\{)|(?<=\\}\\})")) {
			run = run(paragraph, piece, font, size);
		}
		return run;
	}

	/**
	 * Never leaves the choice of a font to Word: eastAsia is set, Latin letters follow.
	 */
	private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
		XWPFRun run = paragraph.createRun();
		run.setText(text);
		run.setFontSize(size);
		var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
		CTFonts fonts = properties.addNewRFonts();
		fonts.setEastAsia(font);
		fonts.setAscii("Times New Roman");
		fonts.setHAnsi("Times New Roman");
		fonts.setCs("Times New Roman");
		fonts.setHint(org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint.EAST_ASIA);
		return run;
	}

	/**
	 * A foot with the stamp at the left, — n — in the middle and the QR code at the
	 * right.
	 */
	Paper foot(int widthMm) {
		// No head: that is where 草稿 goes while nothing is frozen.
		XWPFHeaderFooter foot = this.word.createFooter(HeaderFooterType.DEFAULT);
		XWPFTable table = foot.createTable(1, 3);
		Grid.widths(table, widthMm * 0.4, widthMm * 0.2, widthMm * 0.4);
		Grid.noBorders(table);
		cell(table, 0, ParagraphAlignment.LEFT, "{{stamp}}", 8);
		pageNumber(cell(table, 1, ParagraphAlignment.CENTER, "", 14));
		cell(table, 2, ParagraphAlignment.RIGHT, "{{@qr}}", 8);
		return this;
	}

	private static XWPFParagraph cell(XWPFTable table, int column, ParagraphAlignment alignment, String text,
			int size) {
		XWPFParagraph paragraph = table.getRow(0).getCell(column).getParagraphs().get(0);
		paragraph.setAlignment(alignment);
		paragraph.setSpacingAfter(0);
		if (!text.isEmpty()) {
			write(paragraph, text, "宋体", size);
		}
		Grid.align(table.getRow(0).getCell(column), XWPFTableCell.XWPFVertAlign.CENTER);
		return paragraph;
	}

	private static void pageNumber(XWPFParagraph paragraph) {
		write(paragraph, "— ", "宋体", 14);
		field(paragraph, STFldCharType.BEGIN);
		write(paragraph, "", "宋体", 14).getCTR().addNewInstrText().setStringValue("PAGE");
		field(paragraph, STFldCharType.SEPARATE);
		write(paragraph, "1", "宋体", 14);
		field(paragraph, STFldCharType.END);
		write(paragraph, " —", "宋体", 14);
	}

	private static void field(XWPFParagraph paragraph, STFldCharType.Enum type) {
		write(paragraph, "", "宋体", 14).getCTR().addNewFldChar().setFldCharType(type);
	}

	byte[] save() throws IOException {
		var properties = this.word.getProperties().getCoreProperties();
		properties.setCreator("护航遴选");
		properties.setCreated(Optional.of(new Date(0)));
		properties.setModified(Optional.of(new Date(0)));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FontTable.addTo(this.word.getPackage());
		this.word.write(out);
		return out.toByteArray();
	}

	static BigInteger twips(double mm) {
		return BigInteger.valueOf(Math.round(mm * TWIPS_PER_MM));
	}

}
