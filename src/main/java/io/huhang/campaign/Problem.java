package io.huhang.campaign;

/**
 * What a person got wrong or should look at again: shown at its field, with the others,
 * all at once.
 *
 * @param field the key of the field on the form
 * @param text where, what and how to fix, in Chinese
 * @param clause the clause of the notice or annex that asks for it
 * @param confirmation what the form sends back when the person has looked at a warning
 * and keeps what is there; empty for a problem, which has to be mended
 */
public record Problem(String field, String text, String clause, String confirmation) {

	/** A problem that has to be mended. */
	public Problem(String field, String text, String clause) {
		this(field, text, clause, "");
	}

	/** The same in other words. */
	public Problem saying(String words) {
		return new Problem(this.field, words, this.clause, this.confirmation);
	}

	/** Whether it has to be mended; a warning may be confirmed instead. */
	public boolean blocks() {
		return this.confirmation.isEmpty();
	}

}
