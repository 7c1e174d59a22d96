/**
 * 地方推荐：审核、排序、推荐、用印、报送（附件3）。 Reviews, ranks, recommends, seals and dispatches local cases
 * (annex 3).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "application", "campaign", "audit", "approval",
		"attachment", "document", "draft", "electronic", "mail", "organization", "paper", "region" })
package io.huhang.recommendation;
