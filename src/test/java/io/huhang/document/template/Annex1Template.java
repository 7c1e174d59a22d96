package io.huhang.document.template;

import java.io.IOException;
import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFramePr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** 附件1 典型案例申报书 as a Word template, place by place as the notice issued it. */
final class Annex1Template {

	private static final double MM = 1440 / 25.4;

	private final Paper paper = new Paper().upright();

	byte[] build() throws IOException {
		cover();
		instructions();
		unit();
		sections();
		evidence();
		return this.paper.foot(156).save();
	}

	private void cover() {
		this.paper.paragraph("附件1", Paper.BLACK, 16, false);
		XWPFParagraph title = this.paper.title("护航新型工业化网络安全典型案例");
		title.setSpacingBefore((int) (30 * MM));
		this.paper.title("申报表").setSpacingAfter((int) (16 * MM));
		Grid lines = new Grid(this.paper, 16, 26, 37, 75, 44);
		Grid.noBorders(lines.table());
		lines.table().setCellMargins(1, 1, 1, 1);
		line(lines, "案 例 名 称：", "{{caseName}}", "");
		line(lines, "{{%recommenders}}申 报 单 位：", "{{unitName}}", "（加盖单位公章）");
		line(lines, "[label]", "[name]", "[seal]");
		line(lines, "申 报 日 期：", "{{filingDate}}", "");
		XWPFParagraph maker = this.paper.paragraph("工业和信息化部编制", Paper.BODY, 16, false);
		maker.setAlignment(ParagraphAlignment.CENTER);
		atTheFoot(maker);
		// A frame stands on the page of the paragraph behind it.
		this.paper.paragraph("", Paper.BODY, 1, false).setSpacingBetween(1, LineSpacingRule.EXACT);
	}

	/** Wherever the lines above it end. */
	static void atTheFoot(XWPFParagraph paragraph) {
		CTFramePr frame = paragraph.getCTP().getPPr().addNewFramePr();
		frame.setW(BigInteger.valueOf((long) (156 * MM)));
		frame.setWrap(STWrap.AROUND);
		frame.setHAnchor(STHAnchor.MARGIN);
		frame.setXAlign(STXAlign.CENTER);
		frame.setVAnchor(STVAnchor.MARGIN);
		frame.setYAlign(STYAlign.BOTTOM);
	}

	static void line(Grid lines, String label, String value, String seal) {
		XWPFTableRow row;
		if (seal.isEmpty()) {
			row = lines.wide(label, value).getTableRow();
		}
		else {
			row = lines.row();
			lines.text(row.getCell(0), label);
			lines.text(row.getCell(1), value);
			lines.text(row.getCell(2), seal).getRuns().forEach(run -> run.setFontSize(14));
		}
		row.setHeight((int) (13 * MM));
		row.getTableCells().forEach(cell -> Grid.align(cell, XWPFTableCell.XWPFVertAlign.BOTTOM));
		row.getCell(0).getParagraphs().get(0).setAlignment(ParagraphAlignment.LEFT);
		row.getCell(1).getParagraphs().get(0).setAlignment(ParagraphAlignment.CENTER);
		underline(row.getCell(1));
	}

	private static void underline(XWPFTableCell cell) {
		cell.getCTTc().getTcPr().addNewTcBorders().addNewBottom().setVal(STBorder.SINGLE);
	}

	private void instructions() {
		XWPFParagraph title = this.paper.title("填表须知");
		title.setPageBreak(true);
		title.setSpacingAfter(400);
		this.paper.body("一、申报单位应仔细阅读案例遴选工作有关说明，如实、详细地填写每一部分内容。");
		this.paper.body("二、除另有说明外，申报表单位基本信息部分不得空缺，申报书要求提供证明材料的，请在申报书附件处进行补充。");
		this.paper.body("三、纸质版申报材料要求盖章处，须加盖公章，复印无效，申报材料（含附件）需加盖骑缝章，交由推荐单位统一邮寄。");
		this.paper.body("四、电子版材料内容、格式、附件应与纸质版材料一致。");
		this.paper.body("五、申报单位所申报的案例需拥有自主知识产权，对提供参评的全部资料的真实性负责。");
	}

	private void unit() {
		this.paper.heading("一、申报单位基本情况").setPageBreak(true);
		Grid grid = new Grid(this.paper, 12, 18, 34, 51, 22, 49);
		grid.table().setCellMargins(40, 80, 40, 80);
		grid.wide("单位名称", "{{unitName}}");
		grid.pair("组织机构代码/三证合一码", "{{unifiedCode}}", "成立时间", "{{establishedOn}}");
		grid.pair("单位地址", "{{address}}", "注册资本（万元）", "{{registeredCapitalWan}}");
		grid.wide("单位性质", "{{ownership}}");
		grid.pair("联系人", "{{contactName}}", "联系电话", "{{contactPhone}}");
		grid.pair("传真", "{{fax}}", "电子邮箱", "{{email}}");
		grid.wide("企业类别", "{{categories}}");
		grid.wide("申报方向", "{{directions}}");
		grid.wide("{{industrialLevelLabel}}", "{{industrialLevels}}");
		grid.wide("{{vehicleLevelLabel}}", "{{vehicleLevels}}");
		small(grid.table().getRow(1).getCell(1));
		small(grid.table().getRow(5).getCell(3));
		profile(grid);
	}

	/** What is one word to a program, and too long for its cell. */
	private static void small(XWPFTableCell cell) {
		cell.getParagraphs().get(0).getRuns().forEach(run -> run.setFontSize(10.5));
	}

	/**
	 * Two rows that look like one: the words of the annex stay together and with the
	 * first lines of what is written, and what is written may go over pages.
	 */
	private void profile(Grid grid) {
		XWPFTableCell hint = grid.wide("申报单位简介",
				"企业基本情况（经营情况、主营业务、技术创新和成果转化等）、数字化网络化智能化应用或服务情况（应用新一代信息技术推动研发、生产、管理等各环节数转智改网联情况，5G工厂、数字工厂、智能工厂等建设情况），不超过{{profileChars}}字。");
		hint.getParagraphs().get(0).setKeepNext(true);
		hint.getParagraphs().get(0).getRuns().forEach(run -> run.setColor("404040"));
		XWPFTableCell profile = grid.wide("", "");
		// A cell must hold a paragraph even when nothing is written.
		profile.getParagraphs().get(0).setSpacingBetween(4, LineSpacingRule.EXACT);
		profile.getTableRow().setCantSplitRow(false);
		Grid.join(hint.getTableRow(), profile.getTableRow());
		grid.addParagraph(profile, "{{?profile}}", false);
		grid.addParagraph(profile, "{{line}}", true);
		grid.addParagraph(profile, "{{/profile}}", false);
	}

	private void sections() {
		this.paper.heading("三、总体情况").setPageBreak(true);
		this.paper.hint("各申报主体围绕申报案例方向，梳理填写对应方向内容。");
		this.paper.paragraph("{{guidanceTitle}}", Paper.KAI, 16, true).setKeepNext(true);
		this.paper.hint("{{guidance}}");
		lines("overview");
		this.paper.heading("四、成效与亮点");
		this.paper.hint(
				"根据申报方向，梳理在发现漏洞、消除风险、防护达标、能力提升等方面的成效，介绍案例的可借鉴可推广价值，提炼经验成效和特色亮点做法，总结网络安全护航企业数字化转型、赋能服务高质量发展的作用效果。需补充必要的数据、案例进行说明。");
		lines("results");
		this.paper.heading("五、真实性承诺");
		this.paper.body("我单位申报的所有材料，均真实、完整，如有不实，愿承担相应责任。").setKeepNext(true);
		signature("{{signerLabel}}签章：{{signerNote}}");
		signature("申报单位公章：");
		XWPFParagraph day = this.paper.paragraph("年　　　月　　　日", Paper.BODY, 16, false);
		day.setAlignment(ParagraphAlignment.RIGHT);
		day.setIndentationRight((int) (22 * MM));
		day.setSpacingBefore(400);
	}

	private void lines(String key) {
		this.paper.body("{{?" + key + "}}");
		this.paper.body("{{line}}");
		this.paper.body("{{/" + key + "}}");
	}

	private void signature(String text) {
		XWPFParagraph line = this.paper.paragraph(text, Paper.BODY, 16, false);
		line.setIndentationLeft((int) (40 * MM));
		line.setSpacingBefore(600);
		line.setKeepNext(true);
	}

	private void evidence() {
		this.paper.heading("附件").setPageBreak(true);
		Grid grid = new Grid(this.paper, 12, 18, 14, 78, 14, 50);
		grid.table().setCellMargins(40, 80, 40, 80);
		XWPFTableRow head = grid.row();
		head.setRepeatHeader(true);
		String[] labels = { "{{%evidence}}序号", "文件名称", "页数", "SHA-256（前16位）" };
		XWPFTableRow row = grid.row();
		String[] places = { "[no]", "[name]", "[pages]", "[hash]" };
		for (int i = 0; i < labels.length; i++) {
			grid.label(head.getCell(i), labels[i]);
			grid.text(row.getCell(i), places[i])
				.setAlignment((i == 1) ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
		}
	}

}
