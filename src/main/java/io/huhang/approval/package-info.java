/**
 * 审定：处理结论、会签意见和线下签批，名单与地区申报共用。 Verdicts, partners' opinions and signatures on paper, for
 * lists and regions alike.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "campaign", "audit", "attachment", "document", "organization" })
package io.huhang.approval;
