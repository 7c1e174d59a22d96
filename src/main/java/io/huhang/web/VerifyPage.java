package io.huhang.web;

import java.util.Optional;

import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.document.Stamp;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the QR code on a page leads to: whether the page in hand is the newest one. Names
 * are shown only to whoever holds a page with the right fingerprint.
 */
@Controller
class VerifyPage {

	private final Revisions revisions;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Authorities authorities;

	VerifyPage(Revisions revisions, Recommendations recommendations, RankedLists lists, Authorities authorities) {
		this.revisions = revisions;
		this.recommendations = recommendations;
		this.lists = lists;
		this.authorities = authorities;
	}

	/** The answer about one page. */
	enum Verdict {

		/** The newest edition. */
		SAME("一致", "该页与系统中最新修订版一致。"),
		/** An edition that a newer one has replaced. */
		OLDER("旧版", "该页属于已被替换的旧版，请使用最新修订版。"),
		/** No such edition. */
		DIFFERENT("不符", "系统中没有与该页相符的记录，请核对编号、修订版和内容指纹。");

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

	/** A frozen edition, of a case or of a list. */
	private record Edition(int version, String fingerprint, String title, String unitName) {
	}

	@GetMapping("/verify/{number}/{revision}/{fingerprint}")
	String verify(@PathVariable String number, @PathVariable int revision, @PathVariable String fingerprint,
			Model model) {
		Optional<Edition> named = edition(number, revision)
			.filter(edition -> Stamp.shorten(edition.fingerprint()).equals(fingerprint));
		int newest = newest(number);
		model.addAttribute("verdict",
				named.isEmpty() ? Verdict.DIFFERENT : (revision == newest) ? Verdict.SAME : Verdict.OLDER);
		named.ifPresent(edition -> {
			model.addAttribute("number", number);
			model.addAttribute("title", edition.title());
			model.addAttribute("unitName", edition.unitName());
			model.addAttribute("newest", newest);
		});
		return "verify";
	}

	private Optional<Edition> edition(String number, int revision) {
		return this.revisions.find(number, revision)
			.map(found -> new Edition(found.revision(), found.fingerprint(), found.form().caseName(),
					found.form().unitName()))
			.or(() -> this.lists.find(number, revision).map(this::edition));
	}

	private Edition edition(RankedList list) {
		String authority = this.recommendations.get(list.recommendationNumber()).authority();
		return new Edition(list.version(), list.fingerprint(), "典型案例推荐汇总表", this.authorities.get(authority).name());
	}

	private int newest(String number) {
		return this.revisions.latest(number)
			.map(Revision::revision)
			.or(() -> this.lists.find(number).map(RankedList::version))
			.orElse(0);
	}

}
