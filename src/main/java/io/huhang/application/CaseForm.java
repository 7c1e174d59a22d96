package io.huhang.application;

import java.util.List;
import java.util.Objects;

import io.huhang.organization.TypedText;

/**
 * 附件1 典型案例申报书 as typed: every field is text, so that a draft keeps whatever a person
 * entered. Keys are the names of the fields on the form. Empty text means not filled.
 *
 * @param caseName 案例名称 (R27)
 * @param filingDate 申报日期, ISO date (R27)
 * @param unitName 单位名称 (R33)
 * @param unifiedCode 组织机构代码/三证合一码 (R34)
 * @param establishedOn 成立时间, ISO date or year-month (R35)
 * @param address 单位地址 (R36)
 * @param registeredCapitalWan 注册资本, 万元 (R37)
 * @param ownership 单位性质, code (R38)
 * @param ownershipOther text of 其他 (R38)
 * @param contactName 联系人 (R39)
 * @param contactPhone 联系电话 (R39)
 * @param fax 传真, 无 where there is none (R39, C9)
 * @param email 电子邮箱 (R39)
 * @param categories 企业类别, codes, the main one first (R40, C4)
 * @param direction 申报方向, code (R41)
 * @param industrialLevel 网络安全级别 of direction D1 (R42)
 * @param vehicleLevel 网络安全级别 of direction D2 (R43)
 * @param profile 申报单位简介 (R44)
 * @param overview 三、总体情况 (R45..R49)
 * @param results 四、成效与亮点 (R50)
 * @param signer who signs 五、真实性承诺 (R51)
 * @param signerRole {@link SignerRole} of the signer
 * @param summary 案例简述 for annex 3 (R82)
 * @param workFrom when the work of the case began, ISO date or year-month (R15)
 * @param workTo when it was done, ISO date or year-month (R15)
 * @param ownsRights 声明 自主知识产权 (R32): "true" when declared
 * @param appliesAlone 声明 单独申报、不重复申报 (R10, R12): "true" when declared
 * @param noSecrets 声明 不含涉密信息: "true" when declared
 * @param preCheckWanted whether the officer shall check online before sealing: "true" or
 * ""
 * @param confirmations the warnings that the applicant has confirmed, by
 * {@link io.huhang.campaign.Problem#confirmation()}
 * @param unifiedCodeReason why the older code of 9 characters stands in place of the 18
 * (C10)
 * @param evidence which file proves what, and why a paper is missing (R45..R49)
 */
public record CaseForm(String caseName, String filingDate, String unitName, String unifiedCode, String establishedOn,
		String address, String registeredCapitalWan, String ownership, String ownershipOther, String contactName,
		String contactPhone, String fax, String email, List<String> categories, String direction,
		String industrialLevel, String vehicleLevel, String profile, String overview, String results, String signer,
		String signerRole, String summary, String workFrom, String workTo, String ownsRights, String appliesAlone,
		String noSecrets, String preCheckWanted, List<String> confirmations, String unifiedCodeReason,
		EvidencePlan evidence) {

	// Far more than there are rules: what comes behind was never shown to anybody.
	private static final int MOST_CONFIRMATIONS = 100;

	/** Nothing is ever null: what a browser leaves out was not filled. */
	public CaseForm {
		caseName = given(caseName);
		filingDate = given(filingDate);
		unitName = given(unitName);
		unifiedCode = given(unifiedCode);
		establishedOn = given(establishedOn);
		address = given(address);
		registeredCapitalWan = given(registeredCapitalWan);
		ownership = given(ownership);
		ownershipOther = given(ownershipOther);
		contactName = given(contactName);
		contactPhone = given(contactPhone);
		fax = given(fax);
		email = given(email);
		categories = (categories != null) ? categories.stream().filter(Objects::nonNull).toList() : List.of();
		direction = given(direction);
		industrialLevel = given(industrialLevel);
		vehicleLevel = given(vehicleLevel);
		profile = given(profile);
		overview = given(overview);
		results = given(results);
		signer = given(signer);
		signerRole = given(signerRole).isBlank() ? SignerRole.LEGAL_REPRESENTATIVE.name() : signerRole;
		summary = given(summary);
		workFrom = given(workFrom);
		workTo = given(workTo);
		ownsRights = given(ownsRights);
		appliesAlone = given(appliesAlone);
		noSecrets = given(noSecrets);
		preCheckWanted = given(preCheckWanted);
		confirmations = (confirmations != null) ? confirmations.stream().filter(Objects::nonNull).toList() : List.of();
		unifiedCodeReason = given(unifiedCodeReason);
		evidence = (evidence != null) ? evidence : EvidencePlan.empty();
	}

	/**
	 * The draft a new application starts with: only what is known of the enterprise and
	 * the direction chosen.
	 */
	public static CaseForm empty(String unitName, String unifiedCode, String direction) {
		return new CaseForm("", "", unitName, unifiedCode, "", "", "", "", "", "", "", "", "", List.of(), direction, "",
				"", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), "", EvidencePlan.empty());
	}

	/**
	 * A copy whose codes, numbers, telephones and mail addresses are written one way, and
	 * whose texts hold no invisible characters. What the rules check and a revision
	 * freezes.
	 */
	public CaseForm normalised() {
		return new CaseForm(TypedText.line(this.caseName), TypedText.date(this.filingDate),
				TypedText.line(this.unitName), TypedText.unifiedCode(this.unifiedCode),
				TypedText.date(this.establishedOn), TypedText.line(this.address),
				TypedText.amount(this.registeredCapitalWan), TypedText.line(this.ownership),
				TypedText.line(this.ownershipOther), TypedText.line(this.contactName),
				TypedText.phone(this.contactPhone), TypedText.phone(this.fax), TypedText.number(this.email),
				this.categories.stream().map(TypedText::line).filter(code -> !code.isEmpty()).distinct().toList(),
				TypedText.line(this.direction), TypedText.line(this.industrialLevel), TypedText.line(this.vehicleLevel),
				TypedText.text(this.profile), TypedText.text(this.overview), TypedText.text(this.results),
				TypedText.line(this.signer), TypedText.line(this.signerRole), TypedText.text(this.summary),
				TypedText.date(this.workFrom), TypedText.date(this.workTo), TypedText.line(this.ownsRights),
				TypedText.line(this.appliesAlone), TypedText.line(this.noSecrets), TypedText.line(this.preCheckWanted),
				this.confirmations.stream().distinct().limit(MOST_CONFIRMATIONS).toList(),
				TypedText.line(this.unifiedCodeReason), this.evidence.normalised());
	}

	/**
	 * In which capacity the signer signs; the legal representative unless the form says
	 * otherwise.
	 */
	public SignerRole role() {
		return SignerRole.of(this.signerRole).orElse(SignerRole.LEGAL_REPRESENTATIVE);
	}

	/** The same form with this evidence. */
	public CaseForm with(EvidencePlan plan) {
		return new CaseForm(this.caseName, this.filingDate, this.unitName, this.unifiedCode, this.establishedOn,
				this.address, this.registeredCapitalWan, this.ownership, this.ownershipOther, this.contactName,
				this.contactPhone, this.fax, this.email, this.categories, this.direction, this.industrialLevel,
				this.vehicleLevel, this.profile, this.overview, this.results, this.signer, this.signerRole,
				this.summary, this.workFrom, this.workTo, this.ownsRights, this.appliesAlone, this.noSecrets,
				this.preCheckWanted, this.confirmations, this.unifiedCodeReason, plan);
	}

	private static String given(String text) {
		return (text != null) ? text : "";
	}

}
