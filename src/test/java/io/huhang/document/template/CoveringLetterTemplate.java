package io.huhang.document.template;

import java.io.IOException;
import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** The 报送函 as a Word template: a 函 of GB/T 9704—2012, 10.1. */
final class CoveringLetterTemplate {

	private static final String RED = "D9000D";

	private static final double SEAL = 80;

	private static final int EM = 320;

	private final Paper paper = new Paper().letter();

	byte[] build() throws IOException {
		head();
		this.paper.title("{{senders}}").setSpacingBefore(EM * 2);
		this.paper.title("{{subject}}").setSpacingAfter(EM * 2);
		this.paper.paragraph("{{addressee}}", Paper.BODY, 16, false);
		this.paper.body("{{body}}");
		this.paper.body("特此函报。");
		this.paper.paragraph("", Paper.BODY, 16, false);
		enclosures();
		signature();
		this.paper.body("{{contact}}");
		return this.paper.foot(156).save();
	}

	private void head() {
		XWPFParagraph head = this.paper.paragraph("{{head}}", Paper.TITLE, 32, false);
		head.setAlignment(ParagraphAlignment.CENTER);
		head.setSpacingBetween(48, LineSpacingRule.EXACT);
		head.getRuns().forEach(run -> run.setColor(RED));
		indent(head, -8 * 1440 / 25.4, 0).setRight(BigInteger.valueOf(Math.round(-6 * 1440 / 25.4)));
		CTBorder line = head.getCTP().getPPr().addNewPBdr().addNewBottom();
		line.setVal(STBorder.THICK_THIN_SMALL_GAP);
		line.setSz(BigInteger.valueOf(24));
		line.setSpace(BigInteger.valueOf(4));
		line.setColor(RED);
		XWPFParagraph number = this.paper.paragraph("{{number}}", Paper.BODY, 16, false);
		number.setAlignment(ParagraphAlignment.RIGHT);
		number.setSpacingBefore(280);
	}

	private void enclosures() {
		this.paper.body("{{?enclosures}}");
		indent(this.paper.paragraph("{{title}}", Paper.BODY, 16, false), 6 * EM, 4 * EM);
		this.paper.body("{{?items}}");
		item();
		this.paper.body("{{/items}}");
		this.paper.body("{{/enclosures}}");
		this.paper.body("{{?last}}");
		item().setKeepNext(true);
		this.paper.body("{{/last}}");
	}

	private XWPFParagraph item() {
		XWPFParagraph item = this.paper.paragraph("{{text}}", Paper.BODY, 16, false);
		item.setAlignment(ParagraphAlignment.LEFT);
		indent(item, 7.5 * EM, 1.5 * EM);
		return item;
	}

	// Above each name is room for its seal; the date stands under the last one.
	private void signature() {
		this.paper.body("{{?single}}");
		signer("{{name}}").setSpacingBefore((int) (SEAL * 20));
		signer("{{date}}");
		this.paper.body("{{/single}}");
		this.paper.body("{{?joint}}");
		Grid grid = new Grid(this.paper, 16, 28.95, 78, 78);
		Grid.noBorders(grid.table());
		row(grid, "{{first}}", "{{second}}");
		row(grid, "", "{{date}}");
		grid.table()
			.getRow(0)
			.getTableCells()
			.forEach(cell -> cell.getParagraphs().get(0).setSpacingBefore((int) (SEAL * 20)));
		this.paper.body("{{/joint}}");
	}

	private XWPFParagraph signer(String text) {
		XWPFParagraph signer = this.paper.paragraph(text, Paper.BODY, 16, false);
		signer.setAlignment(ParagraphAlignment.CENTER);
		signer.setKeepNext(true);
		indent(signer, 60 * 1440 / 25.4, 0);
		return signer;
	}

	private static void row(Grid grid, String left, String right) {
		XWPFTableRow row = grid.row();
		cell(grid, row.getCell(0), left);
		cell(grid, row.getCell(1), right);
	}

	private static void cell(Grid grid, XWPFTableCell cell, String text) {
		XWPFParagraph paragraph = grid.text(cell, text);
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		paragraph.setKeepNext(true);
	}

	private static CTInd indent(XWPFParagraph paragraph, double left, double hanging) {
		var properties = paragraph.getCTP().getPPr();
		var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
		indent.setLeft(BigInteger.valueOf(Math.round(left)));
		if (hanging > 0) {
			indent.setHanging(BigInteger.valueOf(Math.round(hanging)));
		}
		return indent;
	}

}
