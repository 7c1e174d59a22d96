package io.huhang.recommendation;

import java.time.Instant;

import io.huhang.approval.Verdict;

/** One decision of a local authority about one revision of a case. */
public record Review(String caseNumber, int revision, Step step, Verdict verdict, String decidedBy, Instant decidedAt) {

	/** Which decision it was. */
	public enum Step {

		/** 网上预审 by the officer, before sealing. */
		PRE_CHECK("网上预审"),
		/** 审核 by the officer. */
		CHECK("审核"),
		/** 复核 by the head. */
		REVIEW("复核"),
		/** 审核 by the officer of an authority that has merged officer and head. */
		CHECK_AND_REVIEW("审核（含复核）");

		private final String label;

		Step(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** Whether it was this decision in this step. */
	public boolean is(Step wanted, String decision) {
		return this.step == wanted && this.verdict.decision().equals(decision);
	}

	/** Whether it is a pass of 审核 or 复核, which brings the case forward. */
	public boolean isPass() {
		return this.step != Step.PRE_CHECK && this.verdict.decision().equals(Verdict.PASS);
	}

	/**
	 * Whether its remark is meant for the applicant: those between head and officer stay
	 * inside the authority.
	 */
	public boolean isForApplicant() {
		return this.step == Step.PRE_CHECK || (this.step == Step.CHECK && !isPass());
	}

}
