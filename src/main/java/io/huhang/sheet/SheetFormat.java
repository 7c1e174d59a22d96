package io.huhang.sheet;

import java.util.List;

/**
 * What a sheet must look like to be read.
 *
 * @param name the name of the sheet that holds the list
 * @param heads the texts of its first line, in any order
 * @param entries what its lines are, in the words of a refusal
 * @param clause what asks for it
 */
public record SheetFormat(String name, List<String> heads, String entries, String clause) {
}
