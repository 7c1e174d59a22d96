package io.huhang.evaluation;

import java.time.Instant;
import java.util.Map;

/**
 * One step of 形式审查, as it was completed.
 *
 * @param round which time the subject takes part
 */
public record Formality(int round, Step step, Opinion opinion, String by, Instant at) {

	/** The steps of 形式审查, in their order. */
	public enum Step {

		/** 准备形式审查, by the coordinator. */
		PREPARE("准备形式审查", "prepareFormalities"),
		/** 形式审查, by the bureau's officer. */
		CHECK("形式审查", "checkFormalities"),
		/** 形式审查补正, by an authority's officer. */
		CORRECT("补正", "correctFormalities"),
		/** 复核不予受理, by the bureau's head. */
		CONFIRM("复核不予受理", "confirmRefusal");

		private final String label;

		private final String form;

		Step(String label, String form) {
			this.label = label;
			this.form = form;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

		/** Id of its user task and its form. */
		public String form() {
			return this.form;
		}

		/**
		 * The step with this form.
		 * @throws IllegalArgumentException if there is none
		 */
		public static Step of(String form) {
			for (Step step : values()) {
				if (step.form.equals(form)) {
					return step;
				}
			}
			throw new IllegalArgumentException("no step of the formalities: " + form);
		}

	}

	/**
	 * What somebody has filled in at a step.
	 *
	 * @param decision {@link #PASS}, {@link #CORRECT}, {@link #REFUSE} or
	 * {@link #RETURN}; empty where the step decides nothing
	 * @param code of the reason for refusing; empty otherwise
	 * @param reason what the next one reads
	 * @param remarks what was found at which line of the sheet
	 */
	public record Opinion(String decision, String code, String reason, Map<String, String> remarks) {

		/** 通过, 同意. */
		public static final String PASS = "PASS";

		/** 补正. */
		public static final String CORRECT = "CORRECT";

		/** 不予受理. */
		public static final String REFUSE = "REFUSE";

		/** 退回. */
		public static final String RETURN = "RETURN";

		/** What a browser leaves out was not filled. */
		public Opinion {
			decision = (decision != null) ? decision : "";
			code = (code != null) ? code : "";
			reason = (reason != null) ? reason.strip() : "";
			remarks = (remarks != null) ? Map.copyOf(remarks) : Map.of();
		}

		/** Before anything is filled in. */
		public static Opinion empty() {
			return new Opinion("", "", "", Map.of());
		}

		boolean is(String other) {
			return this.decision.equals(other);
		}

	}

}
