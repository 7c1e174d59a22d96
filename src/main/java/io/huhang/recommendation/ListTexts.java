package io.huhang.recommendation;

import java.util.Map;

import io.huhang.application.CaseForm;

/**
 * What a version of a list prints beside its order, as it was when it was frozen (附件3).
 *
 * @param summaries 简述 of each case by its number: the applicant's, or what it has agreed
 * to (R82)
 * @param contactName 联系人 at the foot: the officer who froze it (R83)
 * @param contactPhone 手机/座机 of this person
 */
public record ListTexts(Map<String, String> summaries, String contactName, String contactPhone) {

	/** The 简述 of this case; that of its form in a version from before they were kept. */
	String summary(String caseNumber, CaseForm form) {
		return this.summaries.getOrDefault(caseNumber, form.summary());
	}

}
