package io.huhang.audit;

/**
 * How far the chain reaches: position and hash of its newest entry; 0 and empty at first.
 */
record Head(long position, String hash) {
}
