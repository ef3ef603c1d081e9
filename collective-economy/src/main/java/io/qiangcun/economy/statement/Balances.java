package io.qiangcun.economy.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The ledger as statements ask it: sums of accounts, and what went from one account to another. */
record Balances(List<AccountSum> accounts, List<Move> moves) implements Figures {

    Balances {
        accounts = List.copyOf(accounts);
        moves = List.copyOf(moves);
    }

    /** So much was debited to the one and credited to the other. */
    record Move(String debited, String credited, BigDecimal amount) {}

    @Override
    public BigDecimal balance(String account) {
        return sum(account, AccountSum::ended);
    }

    @Override
    public BigDecimal debitDetails(String account) {
        return sum(account, AccountSum::owed);
    }

    @Override
    public BigDecimal creditDetails(String account) {
        return sum(account, AccountSum::owing);
    }

    @Override
    public BigDecimal turnover(String account) {
        return debits(account).subtract(credits(account));
    }

    @Override
    public BigDecimal debits(String account) {
        return sum(account, AccountSum::debits);
    }

    @Override
    public BigDecimal credits(String account) {
        return sum(account, AccountSum::credits);
    }

    @Override
    public BigDecimal opening(String account) {
        return sum(account, AccountSum::opening);
    }

    @Override
    public BigDecimal moved(String debited, String credited) {
        return moves.stream()
                .filter(move ->
                        move.debited().startsWith(debited) && move.credited().startsWith(credited))
                .map(Move::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(String account, Function<AccountSum, BigDecimal> what) {
        return accounts.stream()
                .filter(sum -> sum.account().startsWith(account))
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
