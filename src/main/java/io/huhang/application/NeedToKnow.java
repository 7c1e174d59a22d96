package io.huhang.application;

import org.springframework.stereotype.Component;

/**
 * 工业控制产品安全漏洞治理 (D4, R48): what such a case holds is for those who must know it, and its
 * files never travel by mail (《网络产品安全漏洞管理规定》第四条、第九条).
 */
@Component
public class NeedToKnow {

	private static final String DIRECTION = "D4";

	private final CaseApplications cases;

	private final Revisions revisions;

	NeedToKnow(CaseApplications cases, Revisions revisions) {
		this.cases = cases;
		this.revisions = revisions;
	}

	/**
	 * Whether it applies to this case. One that has left the direction leaves what was
	 * frozen in it where it was.
	 */
	public boolean appliesTo(CaseApplication application) {
		return DIRECTION.equals(application.direction())
				|| this.revisions.directions(application.number()).contains(DIRECTION);
	}

	/** The same of a number, which may be another thing's than a case's. */
	public boolean appliesTo(String number) {
		return this.cases.find(number).filter(this::appliesTo).isPresent();
	}

}
