package io.huhang.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a person uploaded or the system made; its content lies in the store under
 * its SHA-256.
 *
 * @param owner the number of the case or recommendation that it belongs to
 * @param slot what it is for, such as {@code evidence}, {@code sealed-scan} or
 * {@code application-pdf}
 * @param edition the revision or version it was made from; 0 for what is bound to none
 * @param name the file name that people see, without path
 * @param sha256 64 lower-case hex digits
 * @param size bytes
 * @param mediaType detected from the content
 * @param pages pages of a PDF, 1 for a picture, 0 where they cannot be counted
 */
public record StoredFile(UUID id, String owner, String slot, int edition, String name, String sha256, long size,
		String mediaType, int pages, String addedBy, Instant addedAt) {
}
