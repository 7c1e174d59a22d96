package io.huhang.document;

/** A part that cannot be bound. A person must replace it, so the message is Chinese. */
public class UnreadablePartException extends Exception {

	private final String part;

	private final Reason reason;

	UnreadablePartException(String part, Reason reason) {
		super("“%s”%s".formatted(part, reason.text));
		this.part = part;
		this.reason = reason;
	}

	/** The name of the part. */
	public String part() {
		return this.part;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why a part cannot be bound. */
	public enum Reason {

		/** Opens with a password only. */
		ENCRYPTED("设有打开密码，无法合订，请去除密码后重新上传。"),
		/** Not a PDF or picture that can be read. */
		BROKEN("已损坏或不是有效的文件，无法合订，请重新生成后上传。"),
		/** Has no page. */
		EMPTY("没有内容页，无法合订，请检查后重新上传。"),
		/** A picture of more pixels than any scan has. */
		TOO_LARGE("图像尺寸过大，无法合订，请降低扫描分辨率后重新上传。"),
		/** Neither PDF nor picture. */
		OTHER_TYPE("不是PDF、JPEG或PNG文件，无法合订。");

		private final String text;

		Reason(String text) {
			this.text = text;
		}

	}

}
