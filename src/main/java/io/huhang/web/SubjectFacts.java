package io.huhang.web;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.evaluation.Subject;
import io.huhang.organization.Authorities;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionCall;

import org.springframework.stereotype.Component;

/** What every form and page of the evaluation shows of a case or a region. */
@Component
class SubjectFacts {

	private final CaseApplications cases;

	private final RegionApplications regions;

	private final Campaign campaign;

	private final RegionCall call;

	private final Authorities authorities;

	SubjectFacts(CaseApplications cases, RegionApplications regions, Campaign campaign, RegionCall call,
			Authorities authorities) {
		this.cases = cases;
		this.regions = regions;
		this.campaign = campaign;
		this.call = call;
		this.authorities = authorities;
	}

	/**
	 * A case or a region as people know it.
	 *
	 * @param name 案例名称, or the name of the region's application
	 * @param unit who applies
	 * @param sender who recommends it; the same as the unit for a region
	 * @param link its page
	 */
	record Facts(String number, String name, String unit, String direction, String sender, String link) {
	}

	Facts of(String number) {
		return Subject.isRegion(number) ? region(this.regions.get(number)) : ofCase(this.cases.get(number));
	}

	private Facts ofCase(CaseApplication found) {
		return new Facts(found.number(), found.caseName(), found.unitName(),
				this.campaign.direction(found.direction()).orElseThrow().name(),
				this.authorities.get(found.authority()).name(), "/cases/" + found.number());
	}

	private Facts region(RegionApplication found) {
		String names = this.authorities.names(found.authorities());
		return new Facts(found.number(), "成效突出地区申报", names,
				this.call.direction(found.direction()).orElseThrow().label(), names, "/regions/" + found.number());
	}

}
