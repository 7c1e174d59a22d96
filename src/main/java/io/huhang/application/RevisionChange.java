package io.huhang.application;

/**
 * One difference between two revisions of a case, as people read it.
 *
 * @param target key of the field, or {@code file:} and the id of the file that came or
 * went
 * @param label the words of the annex
 * @param before what stood there; empty for what is new
 * @param after what stands there; empty for what is gone
 */
public record RevisionChange(String target, String label, String before, String after) {
}
