package io.huhang.evaluation;

/**
 * One line of the sheet that the system fills in for 形式审查.
 *
 * @param key such as {@code unique}
 * @param title what is looked at
 * @param clause the clause that asks for it
 * @param doubtful whether somebody should look at it again
 * @param text what was found
 */
public record FormalityLine(String key, String title, String clause, boolean doubtful, String text) {
}
