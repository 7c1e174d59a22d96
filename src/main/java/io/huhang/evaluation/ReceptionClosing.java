package io.huhang.evaluation;

/**
 * 办结接收, as the bureau's officer fills it in.
 *
 * @param confirmed "true": what is not complete does not take part
 * @param remark what is to be known about it
 */
public record ReceptionClosing(String confirmed, String remark) {

	/** What a browser leaves out was not filled. */
	public ReceptionClosing {
		confirmed = (confirmed != null) ? confirmed : "";
		remark = (remark != null) ? remark.strip() : "";
	}

	/** Before anything is filled in. */
	public static ReceptionClosing empty() {
		return new ReceptionClosing("", "");
	}

	boolean isConfirmed() {
		return "true".equals(this.confirmed);
	}

}
