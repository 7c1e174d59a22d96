package io.huhang.application;

/**
 * One kind of evidence that annex 1 三 names (R45..R49): what the applicant has to put
 * there.
 *
 * @param id such as {@code D1-rating}; names the slot in drafts and at problems
 * @param title the words of the annex
 * @param waiver the situation in which a written reason replaces the file; empty for none
 * @param clause where the annex asks for it
 */
public record EvidenceSlot(String id, String title, Force force, String waiver, String clause) {

	/** How strictly the slot is asked for. */
	public enum Force {

		/** A file must be there. */
		ALL,
		/** One of all slots of this force must have a file. */
		ANY,
		/** A file or a written reason. */
		WARN

	}

	/** The key of the slot's place on the form. */
	public String field() {
		return CaseField.EVIDENCE.key() + "-" + this.id;
	}

	/** Whether a written reason may stand for the file. */
	public boolean mayBeWaived() {
		return this.force == Force.WARN || !this.waiver.isEmpty();
	}

}
