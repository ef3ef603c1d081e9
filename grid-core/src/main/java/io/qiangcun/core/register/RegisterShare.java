package io.qiangcun.core.register;

import java.util.Objects;

/**
 * A share of all rows there ever were, as a metric: those in which a column is filled in.
 *
 * @param filled the column
 */
public record RegisterShare(String code, String title, String filled) {

    public RegisterShare {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a code of a share: " + code);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(filled, "filled");
    }
}
