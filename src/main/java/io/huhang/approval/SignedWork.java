package io.huhang.approval;

import java.util.Set;

/**
 * What is put before who signs it.
 *
 * @param authority key of the authority that signs
 * @param involved ids of those who have prepared it, and therefore don't sign it
 * @param preparation what they did, as people read it, such as 本名单的排序或者复核
 */
public record SignedWork(String authority, Set<String> involved, String preparation) {
}
