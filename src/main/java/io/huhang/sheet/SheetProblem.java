package io.huhang.sheet;

/**
 * What is wrong in a sheet, and where.
 *
 * @param line as the spreadsheet program counts, from 1
 * @param column the text at the head of the column
 * @param cell such as C17
 * @param text what is wrong and how to fix it
 */
public record SheetProblem(int line, String column, String cell, String text) {
}
