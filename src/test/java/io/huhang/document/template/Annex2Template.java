package io.huhang.document.template;

import java.io.IOException;
import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * 附件2 成效突出地区申报书 as a Word template, place by place as the notice issued it, for one unit
 * or for two (C14).
 */
final class Annex2Template {

	private static final double MM = 1440 / 25.4;

	private final Paper paper = new Paper().upright();

	private final int units;

	Annex2Template(int units) {
		this.units = units;
	}

	byte[] build() throws IOException {
		cover();
		instructions();
		unit();
		sections();
		nameLists();
		evidence();
		return this.paper.foot(156).save();
	}

	private void cover() {
		this.paper.paragraph("附件2", Paper.BLACK, 16, false);
		this.paper.title("护航新型工业化网络安全成效突出地区").setSpacingBefore((int) (30 * MM));
		this.paper.title("申报表").setSpacingAfter((int) (22 * MM));
		Grid lines = new Grid(this.paper, 16, 26, 37, 75, 44);
		Grid.noBorders(lines.table());
		lines.table().setCellMargins(1, 1, 1, 1);
		for (int i = 0; i < this.units; i++) {
			Annex1Template.line(lines, (i == 0) ? "申 报 单 位：" : "", "{{unit%d.name}}".formatted(i), "（加盖单位公章）");
		}
		Annex1Template.line(lines, "申 报 日 期：", "{{filingDate}}", "");
		XWPFParagraph maker = this.paper.paragraph("工业和信息化部编制", Paper.BODY, 16, false);
		maker.setAlignment(ParagraphAlignment.CENTER);
		Annex1Template.atTheFoot(maker);
		// A frame stands on the page of the paragraph behind it.
		this.paper.paragraph("", Paper.BODY, 1, false).setSpacingBetween(1, LineSpacingRule.EXACT);
	}

	private void instructions() {
		XWPFParagraph title = this.paper.title("填表须知");
		title.setPageBreak(true);
		title.setSpacingAfter(400);
		this.paper.body("一、申报单位应仔细阅读成效突出地区遴选工作有关说明，如实、详细地填写每一部分内容。");
		this.paper.body("二、除另有说明外，申报表单位基本信息部分不得空缺，申报书要求提供证明材料的，请在申报书附件处进行补充。");
		this.paper.body("三、纸质版申报材料要求盖章处，须加盖公章，复印无效，申报材料（含附件）需加盖骑缝章。");
		this.paper.body("四、电子版材料内容、格式、附件应与纸质版材料一致。");
		this.paper.body("五、申报单位对提供参评的全部资料的真实性负责。");
	}

	private void unit() {
		this.paper.heading("一、申报单位基本情况").setPageBreak(true);
		Grid grid = new Grid(this.paper, 12, 18, 34, 32, 52, 38);
		grid.table().setCellMargins(40, 80, 40, 80);
		for (int i = 0; i < this.units; i++) {
			String unit = "unit%d.".formatted(i);
			grid.wide("申报单位名称", "{{" + unit + "name}}");
			grid.pair("负责人", "{{" + unit + "head}}", "职务", "{{" + unit + "headTitle}}");
			contact(grid, "姓名", "{{" + unit + "contact}}", true);
			contact(grid, "部门及职务", "{{" + unit + "contactPost}}", false);
			contact(grid, "联系电话", "{{" + unit + "phone}}", false);
			contact(grid, "邮箱地址", "{{" + unit + "email}}", false);
		}
		grid.pair("{{answer0.label}}", "{{answer0.answer}}", "{{answer1.label}}", "{{answer1.answer}}");
		grid.wide("申报方向", "{{directions}}");
		sentences(grid.wide("重点任务完成情况（结合实际，根据申报方向填报对应内容）", ""), grid);
	}

	/** One label for the four rows of a contact. */
	private static void contact(Grid grid, String label, String value, boolean first) {
		XWPFTableRow row = grid.row();
		grid.label(row.getCell(0), first ? "联系人（处级）" : "");
		grid.label(row.getCell(1), label);
		row.removeCell(3);
		row.getCell(2).getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.TWO);
		Grid.setWidth(row.getCell(2), 90);
		grid.text(row.getCell(2), value);
		row.getCell(0).getCTTc().getTcPr().addNewVMerge().setVal(first ? STMerge.RESTART : STMerge.CONTINUE);
	}

	/** The sentences with their numbers inside, over pages if need be. */
	private static void sentences(XWPFTableCell cell, Grid grid) {
		cell.getTableRow().setCantSplitRow(false);
		// A cell must hold a paragraph even when nothing is written.
		cell.getParagraphs().get(0).setSpacingBetween(4, LineSpacingRule.EXACT);
		grid.addParagraph(cell, "{{?sentences}}", false);
		XWPFParagraph sentence = grid.addParagraph(cell, "{{?pieces}}{{plain}}{{filled}}{{struck}}{{/pieces}}", false);
		for (XWPFRun run : sentence.getRuns()) {
			if (run.text().equals("{{filled}}")) {
				run.setUnderline(UnderlinePatterns.SINGLE);
			}
			run.setStrikeThrough(run.text().equals("{{struck}}"));
		}
		grid.addParagraph(cell, "{{/sentences}}", false);
	}

	private void sections() {
		this.paper.heading("二、护航行动推进情况及成效").setPageBreak(true);
		this.paper.hint("{{scope}}");
		this.paper.body("{{?sections}}");
		this.paper.body("{{?heading}}");
		this.paper.paragraph("{{text}}", Paper.KAI, 16, true).setKeepNext(true);
		this.paper.body("{{/heading}}");
		this.paper.body("{{?guidance}}");
		this.paper.hint("{{text}}");
		this.paper.body("{{/guidance}}");
		this.paper.body("{{?lines}}");
		this.paper.body("{{line}}");
		this.paper.body("{{/lines}}");
		this.paper.body("{{/sections}}");
	}

	private void nameLists() {
		this.paper.body("{{?lists}}");
		this.paper.paragraph("{{title}}", Paper.BLACK, 16, false).setPageBreak(true);
		table(new double[] { 14, 61, 43, 38 }, new String[] { "{{%rows}}序号", "{{head0}}", "{{head1}}", "{{head2}}" },
				"[no]", "[text0]", "[text1]", "[text2]");
		this.paper.body("{{/lists}}");
	}

	private void evidence() {
		this.paper.paragraph("附件：相关证明材料", Paper.BLACK, 16, false).setPageBreak(true);
		table(new double[] { 14, 60, 14, 34, 34 },
				new String[] { "{{%evidence}}序号", "文件名称", "页数", "用途", "SHA-256（前16位）" }, "[no]", "[name]", "[pages]",
				"[use]", "[hash]");
	}

	private void table(double[] widths, String[] labels, String... places) {
		Grid grid = new Grid(this.paper, 12, 18, widths);
		grid.table().setCellMargins(40, 80, 40, 80);
		XWPFTableRow head = grid.row();
		head.setRepeatHeader(true);
		XWPFTableRow row = grid.row();
		for (int i = 0; i < labels.length; i++) {
			grid.label(head.getCell(i), labels[i]);
			grid.text(row.getCell(i), places[i])
				.setAlignment((i == 0 || i > 2) ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
		}
	}

}
