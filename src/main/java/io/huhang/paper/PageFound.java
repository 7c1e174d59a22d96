package io.huhang.paper;

/**
 * What a page in hand has to do with the paper that is counted.
 *
 * @param key of the item that it belongs to; empty for none
 * @param matches whether it is of the revision that has left
 * @param text the same as people read it
 */
public record PageFound(String key, boolean matches, String text) {
}
