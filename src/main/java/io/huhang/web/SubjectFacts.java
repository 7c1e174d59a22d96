package io.huhang.web;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.evaluation.Subject;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.Recommendations;
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

	private final Subjects subjects;

	private final Recommendations recommendations;

	SubjectFacts(CaseApplications cases, RegionApplications regions, Campaign campaign, RegionCall call,
			Authorities authorities, Subjects subjects, Recommendations recommendations) {
		this.cases = cases;
		this.regions = regions;
		this.campaign = campaign;
		this.call = call;
		this.authorities = authorities;
		this.subjects = subjects;
		this.recommendations = recommendations;
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
				this.campaign.direction(found.direction()).orElseThrow().name(), senders(found),
				"/cases/" + found.number());
	}

	private String senders(CaseApplication found) {
		return this.subjects.find(found.number())
			.flatMap(subject -> this.recommendations.find(subject.source()))
			.map(list -> this.authorities.names(list.authorities()))
			.orElseGet(() -> this.authorities.get(found.authority()).name());
	}

	private Facts region(RegionApplication found) {
		String names = this.authorities.names(found.authorities());
		return new Facts(found.number(), "成效突出地区申报", names,
				this.call.direction(found.direction()).orElseThrow().label(), names, "/regions/" + found.number());
	}

}
