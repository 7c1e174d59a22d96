package io.huhang.draft;

import java.time.Instant;

/**
 * What people have typed into a form so far.
 *
 * @param subject number of the case or recommendation
 * @param form id of the form
 * @param version grows by one with each save; 0 before the first
 * @param content the form's record as JSON
 */
public record Draft(String subject, String form, int version, String content, String savedBy, Instant savedAt) {
}
