package io.huhang.audit;

import java.time.Instant;

/**
 * One entry of the record.
 *
 * @param position its place in the chain from 1 on; 0 while it waits for its seal
 * @param actor login name, or {@code system}
 * @param action verb of the office, such as {@code case.file}
 * @param subject number of the record
 * @param hash the seal, 64 lower-case hex digits; empty while it waits for it
 */
public record AuditEntry(long position, String actor, String action, String subject, Instant happenedAt, String hash) {
}
