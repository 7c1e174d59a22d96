package io.huhang.attachment;

/** Which kinds a slot takes, in the words of a refusal (附件1 填表须知二). */
public enum Accepted {

	/** Any kind that can be read later. */
	ANY("请上传PDF、JPG、PNG、DOCX或XLSX格式的文件（OFD等其他格式请先转换为PDF）。"),
	/** What can be bound: scans of signed or sealed pages. */
	PAGES("请上传PDF、JPG或PNG格式的文件（其他格式请先转换为PDF）。"),
	/** One whole document. */
	PDF("请上传PDF格式的文件（其他格式请先转换为PDF）。");

	private final String text;

	Accepted(String text) {
		this.text = text;
	}

	String text() {
		return this.text;
	}

}
