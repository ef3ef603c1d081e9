package io.qiangcun.economy.book;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A book does not take this. */
public class BookRefused extends RuleViolated {

    BookRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.book.refused." + key, arguments);
    }
}
