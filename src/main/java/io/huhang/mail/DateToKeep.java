package io.huhang.mail;

import java.time.Instant;

/**
 * A date that a letter names and its reader keeps in a calendar.
 *
 * @param key what ends then, such as {@code case-closing}: with the subject's number it
 * is one entry, whichever letter names it
 * @param until the exclusive instant
 * @param sequence how often the date has moved since the first letter that named it
 */
record DateToKeep(String key, Instant until, int sequence) {
}
