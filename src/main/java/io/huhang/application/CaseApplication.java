package io.huhang.application;

import java.time.Instant;

/**
 * One enterprise's 典型案例 from its first draft on (R9).
 *
 * @param number 业务编号, such as HH2024-AL-330000-0007
 * @param authority key of the authority that it is handed to
 * @param uscc the applicant's 统一社会信用代码
 * @param applicant login name of the person who opened it
 * @param direction code of the direction, as last saved
 * @param caseName 案例名称 as last saved, empty before that
 * @param unitName 企业名称
 * @param live false once it has ended without a recommendation
 */
public record CaseApplication(String number, String authority, String uscc, String applicant, String direction,
		String caseName, String unitName, Instant openedAt, boolean live) {

	/** The same case once it has ended. */
	CaseApplication closed() {
		return new CaseApplication(this.number, this.authority, this.uscc, this.applicant, this.direction,
				this.caseName, this.unitName, this.openedAt, false);
	}

	/** The same case under what its form says now. */
	CaseApplication entitled(String name, String chosenDirection) {
		return new CaseApplication(this.number, this.authority, this.uscc, this.applicant, chosenDirection, name,
				this.unitName, this.openedAt, this.live);
	}

}
