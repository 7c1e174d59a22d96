package io.huhang.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplications;
import io.huhang.organization.Role;
import io.huhang.recommendation.Announcements;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.region.RegionAnnouncements;
import io.huhang.region.RegionApplications;

import org.springframework.stereotype.Component;

/** Who is told what about 形式审查. */
@Component
class FormalityLetters {

	private final Announcements announcements;

	private final RegionAnnouncements regionAnnouncements;

	private final Recommendations recommendations;

	private final RegionApplications regions;

	private final CaseApplications cases;

	FormalityLetters(Announcements announcements, RegionAnnouncements regionAnnouncements,
			Recommendations recommendations, RegionApplications regions, CaseApplications cases) {
		this.announcements = announcements;
		this.regionAnnouncements = regionAnnouncements;
		this.recommendations = recommendations;
		this.regions = regions;
		this.cases = cases;
	}

	/** The authorities that sent it, the leading one first. */
	List<String> senders(Subject subject) {
		return subject.isRegion() ? this.regions.get(subject.number()).authorities()
				: this.recommendations.find(subject.source())
					.map(Recommendation::authorities)
					.orElseGet(() -> List.of(this.cases.get(subject.number()).authority()));
	}

	void askForCorrection(Subject subject, String taskId, String reason, Instant due) {
		tellSenders(subject, "formality-correction", taskId, Map.of("reason", reason, "deadline", due));
	}

	void tellRefused(Subject subject, String reason) {
		String step = "round-" + subject.round();
		Map<String, Object> details = Map.of("reason", reason);
		tellSenders(subject, "formality-refused", step, details);
		if (!subject.isRegion()) {
			this.announcements.tellApplicant("formality-refused", subject.number(), step, details);
		}
	}

	private void tellSenders(Subject subject, String kind, String step, Map<String, Object> details) {
		if (subject.isRegion()) {
			this.regionAnnouncements.tellAuthorities(kind, subject.number(), step, List.of(Role.OFFICER), details);
		}
		else {
			senders(subject).forEach(
					authority -> this.announcements.tellOfficers(kind, subject.number(), authority, step, details));
		}
	}

}
