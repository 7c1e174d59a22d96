package io.huhang.web;

import java.util.Arrays;

/** What the record of who did what calls an action, and how people read it. */
enum AuditAction {

	LOGIN_SUCCESS("login.success", "登录成功"), LOGIN_FAILURE("login.failure", "登录失败"), LOGIN_END("login.end", "退出登录"),
	ENTERPRISE_REGISTER("enterprise.register", "企业注册"), ENTERPRISE_CONTACT("enterprise.contact", "移交联系人"),
	CLAIM_OPEN("claim.open", "提出认领"), CLAIM_DISPUTE("claim.dispute", "认领改为争议"), CLAIM_ADMIT("claim.admit", "认领处理：同意加入"),
	CLAIM_APPOINT("claim.appoint", "认领处理：变更联系人"), CLAIM_TRANSFER("claim.transfer", "认领处理：停用原账号并移交"),
	CLAIM_REJECT("claim.reject", "认领处理：驳回"), ACCOUNT_INVITE("account.invite", "邀请同事"),
	ACCOUNT_DEACTIVATE("account.deactivate", "停用同事账号"), ACCOUNT_RETURN("account.return", "恢复同事账号"),
	ACCOUNT_ACTIVATE("account.activate", "启用账号"), ACCOUNT_RECOVER("account.recover", "重设密码"),
	ACCOUNT_FIRST_ADMINISTRATOR("account.first-administrator", "建立首位管理员"), PERSON_INVITE("person.invite", "邀请人员"),
	PERSON_REMIND("person.remind", "重发邀请"), PERSON_EDIT("person.edit", "修改人员信息"),
	PERSON_ADDRESS("person.address", "变更邮箱"), PERSON_ROLE("person.role", "变更岗位"),
	PERSON_DEACTIVATE("person.deactivate", "停用人员"), PERSON_RETURN("person.return", "重新启用人员"),
	PEOPLE_IMPORT("people.import", "批量导入人员"), TASK_TAKE_OVER("task.take-over", "接手办理"),
	TASK_TRANSFER("task.transfer", "转办"), CASE_OPEN("case.open", "发起申报"), CASE_ADMIT("case.admit", "资格认定"),
	CASE_FREEZE("case.freeze", "提交申报书"), CASE_PRE_CHECK("case.pre_check", "网上预审"), CASE_FILE("case.file", "盖章提交"),
	CASE_CHECK("case.check", "审核"), CASE_REVIEW("case.review", "复核"),
	CASE_CHECK_AND_REVIEW("case.check_and_review", "审核兼复核"), PAPER_APPROVE("paper.approve", "登记线下签批"),
	CASES_EXPORT("cases.export", "导出案例一览"), AUTHORITY_LEVELS("authority.levels", "设置审核层级"),
	AUTHORITY_JOINT_INTENT("authority.joint-intent", "设置拟联合推荐"), CASE_CLOSE("case.close", "申报终止"),
	CASE_WITHDRAW("case.withdraw", "撤回申报"), CASE_SUMMARY_PROPOSE("case.summary-propose", "提出简述修改建议"),
	CASE_SUMMARY_RETRACT("case.summary-retract", "收回简述修改建议"), CASE_SUMMARY_AGREE("case.summary-agree", "同意修改简述"),
	CASE_SUMMARY_DECLINE("case.summary-decline", "不同意修改简述"), CASE_WITHDRAW_ASK("case.withdraw-ask", "申请撤回"),
	CASE_WITHDRAW_GRANT("case.withdraw-grant", "同意撤回"), CASE_WITHDRAW_DECLINE("case.withdraw-decline", "不同意撤回"),
	RECOMMENDATION_OPEN("recommendation.open", "发起推荐"), RECOMMENDATION_RANK("recommendation.rank", "提交推荐排序"),
	RECOMMENDATION_REVIEW("recommendation.review", "复核排序"), RECOMMENDATION_COMMENT("recommendation.comment", "提出会签意见"),
	RECOMMENDATION_CONSENT("recommendation.consent", "会签"), RECOMMENDATION_APPROVE("recommendation.approve", "签发推荐"),
	RECOMMENDATION_CONSENT_EXCESS("recommendation.consent-excess", "同意超额推荐"),
	RECOMMENDATION_RECEIVE_EXCESS("recommendation.receive-excess", "处理超额推荐"),
	RECOMMENDATION_DISPATCH("recommendation.dispatch", "用印与寄送"), RECOMMENDATION_CLOSE("recommendation.close", "推荐终止"),
	RECOMMENDATION_DELIVER("recommendation.deliver", "发送电子版"),
	RECOMMENDATION_DELIVER_AGAIN("recommendation.deliver-again", "再次发送电子版"),
	RECOMMENDATION_GIVE_UP("recommendation.give-up", "终止联合推荐"),
	RECOMMENDATION_OVERDUE("recommendation.overdue", "登记逾期未报"),
	RECOMMENDATION_REOPEN("recommendation.reopen", "重新开放报送"),
	RECOMMENDATION_KEEP_CLOSED("recommendation.keep-closed", "不再开放报送"),
	RECOMMENDATION_RECEIVE_PAPER("recommendation.receive-paper", "签收纸质材料"),
	RECOMMENDATION_RECEIVE_ELECTRONIC("recommendation.receive-electronic", "确认电子材料"),
	RECOMMENDATION_FIND_MISSING("recommendation.find-missing", "登记纸质材料缺件"),
	RECOMMENDATION_SUPPLY_PAPER("recommendation.supply-paper", "补齐纸质材料"),
	RECOMMENDATION_CORRECT_ELECTRONIC_SET("recommendation.correct-electronic-set", "更正电子材料"),
	RECOMMENDATION_FIND_DIFFERENCE("recommendation.find-difference", "电子材料核对不一致"),
	REGION_OPEN("region.open", "发起成效突出地区申报"), REGION_FREEZE("region.freeze", "地区申报书定稿"),
	REGION_OPENING("region.opening", "答复是否同意申报"), REGION_REVIEW("region.review", "审核地区申报"),
	REGION_CONSENT("region.consent", "会签地区申报"), REGION_APPROVE("region.approve", "签发地区申报"),
	REGION_DISPATCH("region.dispatch", "地区申报用印与寄送"), REGION_RECEIVE_PAPER("region.receive-paper", "签收地区申报纸质材料"),
	REGION_FIND_MISSING("region.find-missing", "登记地区申报纸质材料缺件"),
	REGION_SUPPLY_PAPER("region.supply-paper", "补齐地区申报纸质材料"),
	REGION_FIND_DIFFERENCE("region.find-difference", "地区申报电子材料核对不一致"),
	REGION_CORRECT_ELECTRONIC_SET("region.correct-electronic-set", "更正地区申报电子材料"),
	REGION_RECEIVE_ELECTRONIC("region.receive-electronic", "确认地区申报电子材料"),
	REGION_TAKE_BACK("region.take-back", "地区申报改变寄送方式"), REGION_CLOSE("region.close", "地区申报终止"),
	FILE_UPLOAD("file.upload", "上传文件"), FILE_READ("file.read", "查阅漏洞材料"), FILE_REMOVE("file.remove", "移除文件"),
	DATE_PROPOSE("date.propose", "提出调整截止时间"), DATE_CHECK("date.check", "审核截止时间调整"),
	DATE_APPROVE("date.approve", "批准截止时间调整"), DATE_REFUSE("date.refuse", "不同意截止时间调整"),
	DATE_SET("date.set", "确定本单位受理截止时间"), CAMPAIGN_OPEN("campaign.open", "活动开始"),
	CAMPAIGN_CLOSE("campaign.close", "登记报送截止"), EVALUATION_CLOSE_RECEPTION("evaluation.close-reception", "办结接收"),
	EVALUATION_PROPOSE_LATE("evaluation.propose-late", "提出逾期接收"),
	EVALUATION_DECIDE_LATE("evaluation.decide-late", "决定逾期接收"), EVALUATION_BEGIN("evaluation.begin", "开始评审"),
	EVALUATION_PREPARE("evaluation.prepare", "准备形式审查"), EVALUATION_CHECK("evaluation.check", "形式审查"),
	EVALUATION_CORRECT("evaluation.correct", "形式审查补正"), EVALUATION_CONFIRM("evaluation.confirm", "复核不予受理"),
	EVALUATION_END("evaluation.end", "评审完毕"), EVALUATION_REINSTATE("evaluation.reinstate", "恢复评审"),
	LETTER_HOLD("letter.hold", "暂缓信函"), LETTER_RELEASE("letter.release", "继续发送信函"),
	LETTER_DISCARD("letter.discard", "作废信函"), LETTER_RESEND("letter.resend", "重新发送信函"),
	CLOCK_ADVANCE("clock.advance", "调整演示时钟"), AUDIT_VERIFY("audit.verify", "校验操作留痕"),
	AUDIT_EXPORT("audit.export", "导出操作留痕");

	private final String code;

	private final String label;

	AuditAction(String code, String label) {
		this.code = code;
		this.label = label;
	}

	public String code() {
		return this.code;
	}

	public String label() {
		return this.label;
	}

	/** How people read this action; the action itself if nobody has named it. */
	static String label(String code) {
		return Arrays.stream(values())
			.filter(action -> action.code.equals(code))
			.map(AuditAction::label)
			.findFirst()
			.orElse(code);
	}

}
