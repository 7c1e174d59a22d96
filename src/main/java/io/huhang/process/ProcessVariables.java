package io.huhang.process;

import java.util.Set;

/**
 * Every variable that an instance may hold (design §6): ids, and the three titles that
 * lists and Cockpit show.
 */
public final class ProcessVariables {

	/** Id of the campaign (遴选活动), such as 2024-926. */
	public static final String CAMPAIGN_ID = "campaignId";

	/** Number of the move of a closing date (调整截止时间), such as HH2024-TZ-01. */
	public static final String DATE_MOVE = "dateMove";

	/** Number of the case (业务编号), such as HH2024-AL-330000-0007. */
	public static final String CASE_NUMBER = "caseNumber";

	/** Number of the recommendation, such as HH2024-TJ-330000-iit. */
	public static final String RECOMMENDATION_NUMBER = "recommendationNumber";

	/** Number of the region application, such as HH2024-DQ-330000-01. */
	public static final String REGION_NUMBER = "regionNumber";

	/** Number of the case or region application that is evaluated (评审). */
	public static final String SUBJECT = "subject";

	/** Id of a proposal to accept something late (逾期接收). */
	public static final String ACCEPTANCE = "acceptance";

	/** Login name of the person who applies. */
	public static final String APPLICANT = "applicant";

	/** Key of the authority, such as 330000-iit. */
	public static final String AUTHORITY = "authority";

	/**
	 * Key of the authority that joins a recommendation or region application, empty where
	 * there is none.
	 */
	public static final String PARTNER = "partner";

	/** 案例名称, as lists show it. */
	public static final String CASE_NAME = "caseName";

	/** 企业名称 (or the authority's name), as lists show it. */
	public static final String ENTERPRISE_NAME = "enterpriseName";

	/** 申报方向, as lists show it. */
	public static final String DIRECTION = "direction";

	/** All of them: nothing else is kept in an instance or its history. */
	public static final Set<String> DECLARED = Set.of(CAMPAIGN_ID, DATE_MOVE, CASE_NUMBER, RECOMMENDATION_NUMBER,
			REGION_NUMBER, SUBJECT, ACCEPTANCE, APPLICANT, AUTHORITY, PARTNER, CASE_NAME, ENTERPRISE_NAME, DIRECTION);

	private ProcessVariables() {
	}

}
