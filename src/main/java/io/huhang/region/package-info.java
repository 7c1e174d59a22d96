/**
 * 成效突出地区申报（附件2）：填报、审定、用印、报送。 Region applications (annex 2): fill in, approve, seal,
 * report.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign", "audit", "approval", "attachment",
		"document", "draft", "electronic", "mail", "organization", "paper", "sheet" })
package io.huhang.region;
