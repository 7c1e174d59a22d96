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
	MISSING(404, "未找到所请求的内容。"),
	/** The task is completed, with other answers. */
	COMPLETED(409, "该任务已办结，本次提交的内容与办结时不同，未予更改。请刷新任务列表。"),
	/** The key of the start belongs to another one. */
	STARTED(409, "本页面已发起过流程，本次提交的内容与发起时不同，未再次发起。请刷新页面，在任务列表中继续办理。"),
	/** Somebody else was faster. */
	BUSY(409, "该任务正在处理或者刚由他人处理，本次提交未受理。请刷新页面后重试。");

	private final int status;

	private final String message;

	Passage(int status, String message) {
		this.status = status;
		this.message = message;
	}

	int status() {
		return this.status;
	}

	/** The message as JSON. */
	String body() {
		return "{\"message\":\"%s\"}".formatted(this.message);
	}

	/** As people read it, without details. */
	String message() {
		return this.message;
	}

}
