package io.huhang.document.template;

import java.io.IOException;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** 附件3 典型案例推荐汇总表 as a Word template, across. */
final class Annex3Template {

	private static final String[] HEAD = { "{{%rows}}序号", "案例名称", "企业名称", "企业类别", "案例申报方向和简述（100字内）", "联系人", "联系方式" };

	private static final String[] PLACES = { "[no]", "[caseName]", "[unitName]", "[category]", "[summary]",
			"[contactName]", "[contactPhone]" };

	private final Paper paper = new Paper().across();

	byte[] build() throws IOException {
		this.paper.paragraph("附件3", Paper.BLACK, 16, false);
		this.paper.title("护航新型工业化网络安全典型案例推荐汇总表").setSpacingAfter(200);
		pair(201, "推荐单位（盖章）：{{recommenders}}", "日期：{{date}}");
		rows();
		pair(175, "联系人：{{contactName}}", "手机/座机：{{contactPhone}}");
		return this.paper.foot(257).save();
	}

	private void pair(int width, String left, String right) {
		Grid grid = new Grid(this.paper, 14, 24, width, 257 - width);
		Grid.noBorders(grid.table());
		XWPFTableRow row = grid.row();
		grid.text(row.getCell(0), left);
		grid.text(row.getCell(1), right);
		// Without a paragraph between them Word would join the tables.
		Paper.format(this.paper.word.createParagraph(), 4, 4, false);
	}

	private void rows() {
		Grid grid = new Grid(this.paper, 12, 15.5, 13, 37, 37, 30, 89, 20, 31);
		grid.table().setCellMargins(40, 80, 40, 80);
		XWPFTableRow head = grid.row();
		head.setRepeatHeader(true);
		XWPFTableRow row = grid.row();
		for (int i = 0; i < HEAD.length; i++) {
			grid.label(head.getCell(i), HEAD[i]);
			boolean text = i == 1 || i == 2 || i == 4;
			grid.text(row.getCell(i), PLACES[i])
				.setAlignment(text ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
		}
		Paper.format(this.paper.word.createParagraph(), 4, 4, false);
	}

}
