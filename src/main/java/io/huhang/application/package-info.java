/**
 * 典型案例申报（附件1）：草稿、校验、定稿、用印后提交。 Case applications (annex 1): draft, check, freeze, file.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign", "audit", "attachment", "document",
		"draft", "electronic", "mail", "organization" })
package io.huhang.application;
