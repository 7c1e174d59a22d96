package io.huhang.document.template;

import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table with fixed column widths whose cells may span columns. */
final class Grid {

	private final XWPFTable table;

	private final double[] widths;

	private final int size;

	private final double line;

	private boolean started;

	Grid(Paper paper, int size, double line, double... widths) {
		this.table = paper.word.createTable(1, widths.length);
		this.widths = widths;
		this.size = size;
		this.line = line;
		widths(this.table, widths);
	}

	XWPFTable table() {
		return this.table;
	}

	XWPFTableRow row() {
		XWPFTableRow row = this.started ? this.table.createRow() : this.table.getRow(0);
		this.started = true;
		// A new row has as many cells as the one before, which may span columns.
		while (row.getTableCells().size() < this.widths.length) {
			row.createCell();
		}
		row.setCantSplitRow(true);
		width(row);
		return row;
	}

	private void width(XWPFTableRow row) {
		for (int i = 0; i < this.widths.length; i++) {
			setWidth(row.getCell(i), this.widths[i]);
			align(row.getCell(i), XWPFVertAlign.CENTER);
		}
	}

	/** A row of label and value over all other columns. */
	XWPFTableCell wide(String label, String value) {
		XWPFTableRow row = row();
		label(row.getCell(0), label);
		for (int i = this.widths.length - 1; i > 1; i--) {
			row.removeCell(i);
		}
		XWPFTableCell cell = row.getCell(1);
		cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(this.widths.length - 1L));
		double rest = 0;
		for (int i = 1; i < this.widths.length; i++) {
			rest += this.widths[i];
		}
		setWidth(cell, rest);
		text(cell, value);
		return cell;
	}

	void pair(String label, String value, String secondLabel, String secondValue) {
		XWPFTableRow row = row();
		label(row.getCell(0), label);
		text(row.getCell(1), value);
		label(row.getCell(2), secondLabel);
		text(row.getCell(3), secondValue);
	}

	void label(XWPFTableCell cell, String text) {
		text(cell, text).setAlignment(ParagraphAlignment.CENTER);
	}

	XWPFParagraph text(XWPFTableCell cell, String text) {
		XWPFParagraph paragraph = cell.getParagraphs().get(0);
		Paper.format(paragraph, this.line, this.size, false);
		paragraph.setAlignment(ParagraphAlignment.LEFT);
		Paper.write(paragraph, text, Paper.BODY, this.size);
		return paragraph;
	}

	XWPFParagraph addParagraph(XWPFTableCell cell, String text, boolean indent) {
		XWPFParagraph paragraph = cell.addParagraph();
		Paper.format(paragraph, this.line, this.size, indent);
		Paper.write(paragraph, text, Paper.BODY, this.size);
		return paragraph;
	}

	/** In place of what was said before: Word refuses a file that says it twice. */
	static void align(XWPFTableCell cell, XWPFVertAlign alignment) {
		if (cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetVAlign()) {
			cell.getCTTc().getTcPr().unsetVAlign();
		}
		cell.setVerticalAlignment(alignment);
	}

	/** Two wide rows as one for the eye: one label, no line between the values. */
	static void join(XWPFTableRow upper, XWPFTableRow lower) {
		upper.getCell(0).getCTTc().getTcPr().addNewVMerge().setVal(STMerge.RESTART);
		lower.getCell(0).getCTTc().getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
		upper.getCell(1).getCTTc().getTcPr().addNewTcBorders().addNewBottom().setVal(STBorder.NIL);
		lower.getCell(1).getCTTc().getTcPr().addNewTcBorders().addNewTop().setVal(STBorder.NIL);
		upper.getTableCells().forEach(cell -> align(cell, XWPFVertAlign.TOP));
		lower.getTableCells().forEach(cell -> align(cell, XWPFVertAlign.TOP));
	}

	static void widths(XWPFTable table, double... widths) {
		CTTblPr properties = table.getCTTbl().getTblPr();
		(properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
			.setType(STTblLayoutType.FIXED);
		CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
		double sum = 0;
		CTTblGrid grid = (table.getCTTbl().getTblGrid() != null) ? table.getCTTbl().getTblGrid()
				: table.getCTTbl().addNewTblGrid();
		while (grid.sizeOfGridColArray() > 0) {
			grid.removeGridCol(0);
		}
		for (int i = 0; i < widths.length; i++) {
			sum += widths[i];
			grid.addNewGridCol().setW(Paper.twips(widths[i]));
			setWidth(table.getRow(0).getCell(i), widths[i]);
		}
		width.setType(STTblWidth.DXA);
		width.setW(Paper.twips(sum));
	}

	static void setWidth(XWPFTableCell cell, double mm) {
		var properties = (cell.getCTTc().getTcPr() != null) ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
		CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
		width.setType(STTblWidth.DXA);
		width.setW(Paper.twips(mm));
	}

	static void noBorders(XWPFTable table) {
		table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
		table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
	}

}
