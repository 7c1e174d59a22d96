/**
 * 流程：每张流程图一个类，是唯一使用流程引擎的地方。 One class per diagram; the only users of the process engine.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "evaluation", "recommendation", "region",
		"application", "approval", "campaign", "draft", "audit", "attachment", "document", "mail", "organization" })
package io.huhang.process;
