package io.qiangcun.economy.statement;

/**
 * A statement that a book can be asked for.
 *
 * @param statement its code
 */
public record StatementForm(String statement, Kind kind, String name) {

    /** Whether it tells what stands at a moment, or what happened in a time. */
    public enum Kind {
        BALANCE_SHEET,
        INCOME
    }
}
