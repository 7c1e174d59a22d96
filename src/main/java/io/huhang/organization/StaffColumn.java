package io.huhang.organization;

import java.util.Arrays;
import java.util.Optional;

/** The columns of the sheet by which people are imported. */
enum StaffColumn {

	NAME("姓名", 14, "必填。真实姓名，2至50个字。", "李示例"),

	EMAIL("邮箱", 34, "必填。本人的单位邮箱，作为登录名并接收通知；一人一个，不得与他人共用。", "lishili@example.cn"),

	PHONE("手机或座机", 24, "必填。11位手机号，或带区号的座机号，分机用“-”连接。单元格已设为文本格式，请勿改为数值。", "010-68206207-801"),

	UNIT("单位", 34, "必填。从下拉列表中选择单位全称。部内人员、协调人、评审专家、审计和系统管理员选择“%s”。", "浙江省经济和信息化厅"),

	ROLE("角色", 16, "必填。从下拉列表中选择，一人一个角色。可选角色见下表。", "经办人");

	private final String label;

	private final int width;

	private final String rule;

	private final String example;

	StaffColumn(String label, int width, String rule, String example) {
		this.label = label;
		this.width = width;
		this.rule = rule;
		this.example = example;
	}

	/** The column with this text at its head. */
	static Optional<StaffColumn> labelled(String head) {
		return Arrays.stream(values()).filter(column -> column.label.equals(head)).findFirst();
	}

	String label() {
		return this.label;
	}

	/** In characters. */
	int width() {
		return this.width;
	}

	/** What to fill in; %s stands for the issuer of the notice. */
	String rule() {
		return this.rule;
	}

	String example() {
		return this.example;
	}

}
