package io.huhang.web;

import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.recommendation.RegionEnclosures;
import io.huhang.recommendation.ClosingDates;
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

	private final ClosingDates closingDates;

	private final RegionCall call;

	private final Authorities authorities;

	private final DecisionLines lines;

	private final RegionEnclosures enclosures;

	private final Access access;

	RegionFacts(RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionReviews reviews, ClosingDates closingDates, RegionCall call, Authorities authorities,
			DecisionLines lines, RegionEnclosures enclosures, Access access) {
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.reviews = reviews;
		this.closingDates = closingDates;
		this.call = call;
		this.authorities = authorities;
		this.lines = lines;
		this.enclosures = enclosures;
		this.access = access;
	}

	/**
	 * The newest revision as it is put before people.
	 *
	 * @param fingerprint of the revision that is shown: what a consent names
	 * @param decisions who has said what about this revision
	 */
	record Facts(String number, int revision, String fingerprint, String deadline, long millisLeft,
			String authorityName, String leadName, String partnerName, String direction, String frozenBy,
			String frozenAt, List<DecisionLines.Line> decisions) {
	}

	Facts of(String number) {
		RegionApplication application = this.applications.get(number);
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		return new Facts(number, revision.revision(), revision.fingerprint(), this.reviews.deadline(number),
				this.closingDates.millisLeft(this.reviews.closing(number)),
				this.authorities.names(application.authorities()), name(application.authority()),
				application.isJoint() ? name(application.partner()) : "", direction(application),
				this.lines.name(revision.frozenBy()), ChineseDates.minute(revision.frozenAt()),
				this.decisions.of(number)
					.stream()
					.filter(decision -> decision.revision() == revision.revision())
					.map(this.lines::of)
					.toList());
	}

	/** A region application that goes along with a list (统一报送). */
	record Along(String number, String direction) {
	}

	/** What goes along with this list, as far as the reader's side has to do with it. */
	List<Along> along(String listNumber, Person person) {
		return this.enclosures.of(listNumber)
			.stream()
			.filter(region -> this.access.reaches(region, person))
			.map(region -> new Along(region.number(), direction(region)))
			.toList();
	}

	/** 申报方向 as people read it. */
	String direction(RegionApplication application) {
		return this.call.direction(application.direction()).map(RegionCall.Direction::label).orElse("");
	}

	private String name(String authority) {
		return this.authorities.get(authority).name();
	}

}
