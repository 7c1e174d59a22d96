package io.huhang.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.Stamp;
import io.huhang.organization.Authorities;
import io.huhang.process.Progress;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionRevision;
import io.huhang.region.RegionRevisions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the QR code on a page leads to: whether the page in hand is the newest one
 * (填表须知四). The 64 bits of the fingerprint cannot be guessed, so unit and title are told
 * to whoever holds a page, and to nobody else; persons are never named.
 */
@Controller
class VerifyPage {

	/** Typed off a page, anything may stand there. */
	private static final Pattern REVISION = Pattern.compile("[0-9]{1,6}");

	private final Revisions revisions;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final RegionApplications regions;

	private final RegionRevisions regionRevisions;

	private final Authorities authorities;

	private final CaseApplications cases;

	private final Progress progress;

	private final RegistrationLink registration;

	private final VerifyTries tries;

	VerifyPage(Revisions revisions, Recommendations recommendations, RankedLists lists, RegionApplications regions,
			RegionRevisions regionRevisions, Authorities authorities, CaseApplications cases, Progress progress,
			RegistrationLink registration, VerifyTries tries) {
		this.revisions = revisions;
		this.recommendations = recommendations;
		this.lists = lists;
		this.regions = regions;
		this.regionRevisions = regionRevisions;
		this.authorities = authorities;
		this.cases = cases;
		this.progress = progress;
		this.registration = registration;
		this.tries = tries;
	}

	/** The answer about one page. */
	enum Verdict {

		/** The newest edition. */
		SAME("一致", "该页与系统中最新一版一致。"),
		/** An edition that a newer one has replaced. */
		OLDER("旧版", "该页属于已被替换的旧版，请使用最新一版。"),
		/** No such edition. */
		DIFFERENT("不符", "系统中没有与该页相符的记录，请核对编号、版次和内容指纹。");

		private final String label;

		private final String explanation;

		Verdict(String label, String explanation) {
			this.label = label;
			this.explanation = explanation;
		}

		public String label() {
			return this.label;
		}

		public String explanation() {
			return this.explanation;
		}

	}

	/** A frozen edition, of a case, a list or a region application. */
	private record Edition(int version, String fingerprint, Instant frozenAt, String title, String unitName) {

		/** As printed on the page. */
		String shortFingerprint() {
			return Stamp.shorten(this.fingerprint);
		}

	}

	@GetMapping("/verify/{number}/{revision}/{fingerprint}")
	String verify(@PathVariable String number, @PathVariable String revision, @PathVariable String fingerprint,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		Duration pause = this.tries.begin(request.getRemoteAddr());
		if (!pause.isZero()) {
			return TooManyRequests.page(pause, model, response);
		}
		Optional<Edition> named = edition(number, revision)
			.filter(edition -> edition.shortFingerprint().equalsIgnoreCase(fingerprint));
		int newest = newest(number);
		model.addAttribute("verdict", named.map(edition -> (edition.version() == newest) ? Verdict.SAME : Verdict.OLDER)
			.orElse(Verdict.DIFFERENT));
		named.ifPresent(edition -> {
			describe(number, edition, newest, model);
			model.addAttribute("registration",
					this.registration
						.of(request.getUserPrincipal(), number, edition.version(), edition.shortFingerprint())
						.orElse(""));
		});
		return "verify";
	}

	private void describe(String number, Edition edition, int newest, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("documentTitle", edition.title());
		model.addAttribute("unitName", edition.unitName());
		model.addAttribute("revision", edition.version());
		model.addAttribute("frozenOn", ChineseDates.day(edition.frozenAt().atZone(Campaign.ZONE).toLocalDate()));
		model.addAttribute("fingerprint", edition.shortFingerprint());
		model.addAttribute("newest", newest);
		model.addAttribute("ended", ended(number));
	}

	/**
	 * A page that is genuine may still be worth nothing: its case or application has
	 * ended.
	 */
	private String ended(String number) {
		return this.cases.find(number)
			.map(CaseApplication::live)
			.or(() -> this.regions.find(number).map(RegionApplication::live))
			.filter(live -> !live)
			.map(live -> this.progress.of(number))
			.filter(end -> !end.isEmpty())
			.orElse("");
	}

	private Optional<Edition> edition(String number, String revision) {
		return REVISION.matcher(revision).matches() ? edition(number, Integer.parseInt(revision)) : Optional.empty();
	}

	private Optional<Edition> edition(String number, int revision) {
		return this.revisions.find(number, revision)
			.map(found -> new Edition(found.revision(), found.fingerprint(), found.frozenAt(), found.form().caseName(),
					found.form().unitName()))
			.or(() -> this.lists.find(number, revision).map(this::edition))
			.or(() -> this.regionRevisions.find(number, revision).map(this::edition));
	}

	private Edition edition(RegionRevision revision) {
		List<String> authorities = this.regions.get(revision.number()).authorities();
		return new Edition(revision.revision(), revision.fingerprint(), revision.frozenAt(), "成效突出地区申报书",
				this.authorities.names(authorities));
	}

	private Edition edition(RankedList list) {
		List<String> authorities = this.recommendations.get(list.recommendationNumber()).authorities();
		return new Edition(list.version(), list.fingerprint(), list.frozenAt(), "典型案例推荐汇总表",
				this.authorities.names(authorities));
	}

	private int newest(String number) {
		return this.revisions.latest(number)
			.map(Revision::revision)
			.or(() -> this.lists.find(number).map(RankedList::version))
			.or(() -> this.regionRevisions.latest(number).map(RegionRevision::revision))
			.orElse(0);
	}

}
