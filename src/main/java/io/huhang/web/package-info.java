/** 网页：门户、登录、嵌入式表单的任务接口、收件箱。 Pages, login and the task API behind the embedded forms. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "process", "evaluation", "recommendation",
		"region", "application", "approval", "campaign", "draft", "audit", "attachment", "document", "electronic",
		"mail", "organization", "paper", "sheet" })
package io.huhang.web;
