package io.qiangcun.economy.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** What the accounts of a book moved in the months of a year; month nought is what it began with. */
public record MonthlyMoves(List<Move> moves) {

    public MonthlyMoves {
        moves = List.copyOf(moves);
    }

    /** One account in one month. */
    public record Move(String account, int month, BigDecimal debits, BigDecimal credits) {}

    /** What stands on the account and all below it when the month ends; debit positive. */
    public BigDecimal balance(String account, int month) {
        return sum(account, at -> at <= month, move -> move.debits().subtract(move.credits()));
    }

    public BigDecimal debits(String account, int month) {
        return sum(account, at -> at == month, Move::debits);
    }

    public BigDecimal credits(String account, int month) {
        return sum(account, at -> at == month, Move::credits);
    }

    private BigDecimal sum(String account, IntPredicate when, Function<Move, BigDecimal> what) {
        return moves.stream()
                .filter(move -> move.account().startsWith(account) && when.test(move.month()))
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
