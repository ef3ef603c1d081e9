package io.qiangcun.economy.book;

import org.jspecify.annotations.Nullable;

/**
 * An account of a book.
 *
 * @param leaf whether lines may name it: nothing lies below it
 * @param dimension what lines name beside it
 * @param required whether they must
 */
public record AccountRow(
        AccountCode code,
        String name,
        Category category,
        Side normalSide,
        @Nullable AccountCode parent,
        boolean leaf,
        @Nullable Dimension dimension,
        boolean required) {}
