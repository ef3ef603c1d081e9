package io.qiangcun.economy.statement;

import io.qiangcun.core.error.NotFound;

/** The book has no such statement, account or year. */
public class StatementNotFound extends NotFound {

    public StatementNotFound(Object what) {
        super("statement", what);
    }
}
