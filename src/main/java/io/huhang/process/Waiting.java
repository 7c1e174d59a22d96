package io.huhang.process;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a reminder says of each step that is still open: to whoever has to take it, and to
 * the officers of the authority who only wait for it (通知二（三）).
 */
enum Waiting {

	FILL_CASE("fillCaseApplication", "申报书尚未填报完成", "申报单位尚未提交申报书"),
	SEAL_CASE("submitSealedCase", "申报书已定稿，尚未盖章提交", "申报单位尚未提交盖章材料"), PRE_CHECK_CASE("preCheckCase", "案例待您网上预审", ""),
	CHECK_CASE("checkCase", "案例待您审核", ""), REVIEW_CASE("reviewCase", "案例待您复核", "案例待处室负责人复核"),
	RANK("rankCases", "推荐名单尚未排序提交", ""), REVIEW_RANKING("reviewRanking", "推荐名单待您复核", "推荐名单待处室负责人复核"),
	COMMENT_RANKING("commentRanking", "联合推荐名单待您提出会签意见", "联合推荐名单待另一推荐单位提出会签意见"),
	CONSENT_RANKING("consentRanking", "联合推荐名单待会签", "联合推荐名单尚待会签，已线下签批的请登记"),
	APPROVE("approveRecommendation", "推荐名单待您签发", "推荐名单待局领导签发，已线下签批的请登记"),
	SEAL("sealRecommendation", "推荐名单已签发，尚未用印和寄送", ""),
	REGISTER_PAPER("registerCasePaper", "推荐的纸质材料尚未签收", "纸质材料已寄出，部里尚未签收"),
	SUPPLY_PAPER("supplyPaper", "缺少的纸质材料尚未补齐", ""), ELECTRONIC("confirmElectronicSet", "电子材料待您核对", ""),
	CORRECT_ELECTRONIC("correctElectronicSet", "电子材料不一致之处尚未更正", ""), OPENING("consentToOpening", "待您答复是否同意该单位申报", ""),
	FILL_REGION("fillRegionApplication", "成效突出地区申报书尚未填报完成", ""),
	REVIEW_REGION("reviewRegionApplication", "成效突出地区申报书待您审核", "成效突出地区申报书待处室负责人审核"),
	CONSENT_REGION("consentRegionApplication", "联合申报书待会签", "联合申报书待另一申报单位会签"),
	APPROVE_REGION("approveRegionApplication", "成效突出地区申报书待您签发", "成效突出地区申报书待局领导签发，已线下签批的请登记"),
	SEAL_REGION("sealRegionApplication", "成效突出地区申报书已签发，尚未用印和寄送", ""),
	REGISTER_REGION("registerRegionPaper", "成效突出地区申报的纸质材料尚未签收", "纸质材料已寄出，部里尚未签收"),
	REGION_ELECTRONIC("confirmRegionElectronicSet", "成效突出地区申报的电子材料待您核对", ""),
	CORRECT_REGION("correctRegionElectronicSet", "成效突出地区申报的电子材料不一致之处尚未更正", "");

	private final String step;

	private final String own;

	private final String officers;

	Waiting(String step, String own, String officers) {
		this.step = step;
		this.own = own;
		this.officers = officers;
	}

	/** What is said of this step; empty for one that has a date of its own. */
	static Optional<Waiting> at(String step) {
		return Arrays.stream(values()).filter(waiting -> waiting.step.equals(step)).findFirst();
	}

	/** Id of the user task in its diagram. */
	String step() {
		return this.step;
	}

	/** To whoever has to take the step. */
	String own() {
		return this.own;
	}

	/** To officers who wait for it; empty where nobody else waits. */
	String officers() {
		return this.officers;
	}

}
