package io.huhang.campaign;

/**
 * What a person got wrong: shown at its field, with the others, all at once.
 *
 * @param field the key of the field on the form
 * @param text where, what and how to fix, in Chinese
 * @param clause the clause of the notice or annex that asks for it
 */
public record Problem(String field, String text, String clause) {
}
