package io.qiangcun.economy.book;

import io.qiangcun.core.error.NotFound;

/** There is no such book in the jurisdiction. */
public class BookNotFound extends NotFound {

    public BookNotFound(Object id) {
        super("book", id);
    }
}
