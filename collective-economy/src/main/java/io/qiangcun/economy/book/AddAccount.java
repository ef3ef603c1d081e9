package io.qiangcun.economy.book;

import org.jspecify.annotations.Nullable;

/**
 * Divides an account further.
 *
 * @param parent the account that is divided
 * @param code begins with the digits of the parent
 * @param dimension what lines must name beside it; null for nothing
 */
public record AddAccount(
        AccountCode parent,
        AccountCode code,
        String name,
        @Nullable Dimension dimension,
        boolean required) {}
