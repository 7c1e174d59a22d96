package io.huhang.document;

/**
 * Several parts as one PDF, numbered through.
 *
 * @param pages how many sheets a 骑缝章 has to cover (填表须知三)
 */
public record BoundPdf(byte[] content, int pages) {
}
