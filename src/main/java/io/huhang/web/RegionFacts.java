package io.huhang.web;

import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionCall;
import io.huhang.region.RegionDecisions;
import io.huhang.region.RegionReviews;
import io.huhang.region.RegionRevision;
import io.huhang.region.RegionRevisions;

import org.springframework.stereotype.Component;

/** What every form after the filling in shows of a region application. */
@Component
class RegionFacts {

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionReviews reviews;

	private final RegionCall call;

	private final Authorities authorities;

	private final DecisionLines lines;

	RegionFacts(RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionReviews reviews, RegionCall call, Authorities authorities, DecisionLines lines) {
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.reviews = reviews;
		this.call = call;
		this.authorities = authorities;
		this.lines = lines;
	}

	/**
	 * The newest revision as it is put before people.
	 *
	 * @param fingerprint of the revision that is shown: what a consent names
	 * @param decisions who has said what about this revision
	 */
	record Facts(String number, int revision, String fingerprint, String deadline, String authorityName,
			String leadName, String partnerName, String direction, String frozenBy, String frozenAt,
			List<DecisionLines.Line> decisions) {
	}

	Facts of(String number) {
		RegionApplication application = this.applications.get(number);
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		return new Facts(number, revision.revision(), revision.fingerprint(), this.reviews.deadline(number),
				this.authorities.names(application.authorities()), name(application.authority()),
				application.isJoint() ? name(application.partner()) : "", direction(application),
				this.lines.name(revision.frozenBy()), ChineseDates.minute(revision.frozenAt()),
				this.decisions.of(number)
					.stream()
					.filter(decision -> decision.revision() == revision.revision())
					.map(this.lines::of)
					.toList());
	}

	/** 申报方向 as people read it. */
	String direction(RegionApplication application) {
		return this.call.direction(application.direction()).map(RegionCall.Direction::label).orElse("");
	}

	private String name(String authority) {
		return this.authorities.get(authority).name();
	}

}
