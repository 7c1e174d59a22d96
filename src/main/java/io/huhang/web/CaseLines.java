package io.huhang.web;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Authorities;
import io.huhang.process.Progress;

import org.springframework.stereotype.Component;

/** A case as lists show it, with where it stands. */
@Component
class CaseLines {

	private final Authorities authorities;

	private final Campaign campaign;

	private final Progress progress;

	CaseLines(Authorities authorities, Campaign campaign, Progress progress) {
		this.authorities = authorities;
		this.campaign = campaign;
		this.progress = progress;
	}

	/** One line of a list. */
	record Line(String number, String caseName, String unitName, String uscc, String direction, String authorityName,
			String progress) {
	}

	Line of(CaseApplication found) {
		return new Line(found.number(), found.caseName().isBlank() ? "（未命名案例）" : found.caseName(), found.unitName(),
				found.uscc(), this.campaign.direction(found.direction()).orElseThrow().name(),
				this.authorities.get(found.authority()).name(), this.progress.of(found.number()));
	}

}
