package io.qiangcun.core.module;

/**
 * One entry of the main menu, shown to accounts that hold the authority.
 *
 * @param authority the authority that the page itself requires
 */
public record NavigationEntry(String messageKey, String path, int order, String authority) {}
