package io.huhang.web;

import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.Revision;
import io.huhang.application.RevisionChange;
import io.huhang.application.RevisionChanges;
import io.huhang.application.Revisions;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Person;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.CorrectionRounds.Answer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What differs between two revisions of a case, for both sides. */
@Controller
class RevisionPages {

	private final Access access;

	private final Revisions revisions;

	private final RevisionChanges changes;

	private final CorrectionRounds rounds;

	RevisionPages(Access access, Revisions revisions, RevisionChanges changes, CorrectionRounds rounds) {
		this.access = access;
		this.revisions = revisions;
		this.changes = changes;
		this.rounds = rounds;
	}

	/** A difference; asked tells whether the authority wanted it. */
	record Line(String label, String before, String after, boolean asked) {

		Line(RevisionChange change, boolean asked) {
			this(change.label(), change.before(), change.after(), asked);
		}

	}

	@GetMapping("/cases/{number}/revisions/{older}/{newer}")
	String difference(@PathVariable String number, @PathVariable int older, @PathVariable int newer, Model model,
			Person person) {
		CaseApplication application = this.access.readReached(number, person);
		boolean informed = this.access.mayReadContent(application, person);
		Revision first = this.revisions.find(number, older).orElseThrow(MissingException::new);
		Revision second = this.revisions.find(number, newer).orElseThrow(MissingException::new);
		Optional<Answer> answer = this.rounds.answer(number)
			.filter(found -> informed && found.older() == older && found.newer() == newer);
		model.addAttribute("informed", informed);
		model.addAttribute("number", number);
		model.addAttribute("older", first);
		model.addAttribute("olderAt", ChineseDates.minute(first.frozenAt()));
		model.addAttribute("newer", second);
		model.addAttribute("newerAt", ChineseDates.minute(second.frozenAt()));
		model.addAttribute("flagged", answer.isPresent());
		model.addAttribute("untouched", answer.map(Answer::untouched).orElse(List.of()));
		model.addAttribute("changes",
				informed ? answer.map(this::lines).orElseGet(() -> lines(first, second)) : List.of());
		return "revisions";
	}

	private List<Line> lines(Answer answer) {
		return answer.changes().stream().map(change -> new Line(change.change(), change.asked())).toList();
	}

	private List<Line> lines(Revision older, Revision newer) {
		return this.changes.between(older, newer).stream().map(change -> new Line(change, false)).toList();
	}

}
