package io.huhang.web;

import java.util.List;
import java.util.stream.Stream;

import io.huhang.campaign.ChineseDates;
import io.huhang.evaluation.Formality;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;
import io.huhang.evaluation.FormalityCall;
import io.huhang.organization.Authorities;
import io.huhang.organization.People;
import io.huhang.organization.Person;

import org.springframework.stereotype.Component;

/** The steps of 形式审查 as people read them. */
@Component
class FormalityLines {

	private final FormalityCall call;

	private final People people;

	private final Authorities authorities;

	FormalityLines(FormalityCall call, People people, Authorities authorities) {
		this.call = call;
		this.people = people;
		this.authorities = authorities;
	}

	/** One step that was completed. */
	record Line(String step, String decision, String reason, String by, String at) {
	}

	/**
	 * These steps as the reader may see them: an authority reads what it was asked and
	 * what it answered, and in the end the refusal.
	 */
	List<Line> of(List<Formality> steps, Person reader) {
		Stream<Formality> visible = reader.role().isLocal() ? steps.stream().filter(FormalityLines::isForLocals)
				: steps.stream();
		return visible.map(this::line).toList();
	}

	private static boolean isForLocals(Formality step) {
		return step.step() == Step.CORRECT
				|| step.step() == Step.CHECK && step.opinion().decision().equals(Opinion.CORRECT);
	}

	private Line line(Formality formality) {
		Opinion opinion = formality.opinion();
		return new Line(formality.step().label(), decision(formality.step(), opinion), reason(opinion),
				name(formality.by()), ChineseDates.minute(formality.at()));
	}

	private static String decision(Step step, Opinion opinion) {
		return switch (step) {
			case PREPARE -> "建议" + concluded(opinion.decision());
			case CHECK -> concluded(opinion.decision());
			case CORRECT -> "已答复";
			case CONFIRM -> opinion.decision().equals(Opinion.PASS) ? "同意不予受理" : "退回经办人";
		};
	}

	private static String concluded(String decision) {
		return switch (decision) {
			case Opinion.PASS -> "通过";
			case Opinion.CORRECT -> "补正";
			default -> "不予受理";
		};
	}

	private String reason(Opinion opinion) {
		String refusal = this.call.refusal(opinion.code()).map(found -> found.label() + "。").orElse("");
		return opinion.decision().equals(Opinion.REFUSE) ? refusal + opinion.reason() : opinion.reason();
	}

	private String name(String id) {
		return this.people.find(id)
			.map(person -> person.role().isLocal()
					? this.authorities.get(person.organization()).name() + "　" + person.name() : person.name())
			.orElse(id);
	}

}
