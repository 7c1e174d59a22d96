package io.huhang.attachment;

import java.util.EnumSet;
import java.util.Set;

/** Which kinds a slot takes, in the words of a refusal (附件1 填表须知二). */
public enum Accepted {

	/** Any kind that can be read later. */
	ANY("请上传PDF、JPG、PNG、DOCX或XLSX格式的文件（OFD等其他格式请先转换为PDF）。", EnumSet.allOf(FileKind.class)),
	/** What can be bound: scans of signed or sealed pages. */
	PAGES("请上传PDF、JPG或PNG格式的文件（其他格式请先转换为PDF）。", EnumSet.of(FileKind.PDF, FileKind.JPEG, FileKind.PNG)),
	/** One whole document. */
	PDF("请上传PDF格式的文件（其他格式请先转换为PDF）。", EnumSet.of(FileKind.PDF));

	private final String text;

	private final Set<FileKind> kinds;

	Accepted(String text, Set<FileKind> kinds) {
		this.text = text;
		this.kinds = kinds;
	}

	boolean takes(FileKind kind) {
		return this.kinds.contains(kind);
	}

	String text() {
		return this.text;
	}

}
