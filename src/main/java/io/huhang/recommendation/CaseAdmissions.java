package io.huhang.recommendation;

import java.util.Map;

import io.huhang.application.Admissions;
import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 资格认定 with the letter that tells of it (C3). */
@Component
public class CaseAdmissions {

	private final Admissions admissions;

	private final CaseApplications cases;

	private final Announcements announcements;

	private final Campaign campaign;

	CaseAdmissions(Admissions admissions, CaseApplications cases, Announcements announcements, Campaign campaign) {
		this.admissions = admissions;
		this.cases = cases;
		this.announcements = announcements;
		this.campaign = campaign;
	}

	/**
	 * Admits a category to the direction of this case and tells the applicant.
	 * @throws RefusedException if there is no reason, or nothing to admit
	 */
	@Transactional
	public void admit(String number, String category, String reason, String userId) {
		this.admissions.admit(number, category, reason, userId);
		CaseApplication application = this.cases.get(number);
		this.announcements.tellApplicant("case-admitted", application, application.direction() + "/" + category, Map
			.of("category", this.campaign.category(category).orElseThrow().formLabel(), "reason", reason.strip()));
	}

}
