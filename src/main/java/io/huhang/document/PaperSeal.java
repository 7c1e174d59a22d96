package io.huhang.document;

/**
 * What must be stamped or signed on a paper (附件1 填表须知三).
 *
 * @param key names it among the seals of one item
 * @param label where and whose, as people read it
 */
public record PaperSeal(String key, String label) {
}
