package io.huhang.process.engine;

/** What the gate answers. */
enum Passage {

	/** The webapps may have it. */
	OPEN(200, ""),
	/** Not for this person. */
	FORBIDDEN(403, "无权执行此操作。"),
	/**
	 * Accounts begin and end on our own pages, where people, letters and records know.
	 */
	ELSEWHERE(403, "人员、角色和密码请在本系统首页的“人员管理”中办理；此处仅供查看。"),
	/** Foreign, unknown or unreadable: all of it looks missing. */
	MISSING(404, "未找到所请求的内容。");

	private final int status;

	private final String message;

	Passage(int status, String message) {
		this.status = status;
		this.message = message;
	}

	int status() {
		return this.status;
	}

	/** As people read it, without details. */
	String message() {
		return this.message;
	}

}
