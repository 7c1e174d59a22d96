package io.huhang.organization;

/**
 * 申报单位.
 *
 * @param uscc 统一社会信用代码, 18 characters, upper case
 */
public record Enterprise(String uscc, String name) {
}
