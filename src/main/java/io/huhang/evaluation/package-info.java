/**
 * 评审：接收办结、形式审查、专家评审。 Closes the reception, checks formalities and has experts score.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "application", "approval", "attachment",
		"audit", "campaign", "document", "draft", "electronic", "mail", "organization", "recommendation", "region" })
package io.huhang.evaluation;
