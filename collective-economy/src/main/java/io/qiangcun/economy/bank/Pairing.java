package io.qiangcun.economy.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds what in the book a bank means: the same amount, the nearest day within some days, each line once. */
record Pairing(int days) {

    /** A line of the bank and one of the book. */
    record Pair(BankLine bank, BookLine book) {

        long apart() {
            return Math.abs(ChronoUnit.DAYS.between(bank.dated(), book.dated()));
        }

        LocalDate dated() {
            return bank.dated();
        }
    }

    /** Two lines that somebody told apart. */
    record Undone(UUID lineId, UUID voucherId, int lineNo) {}

    List<Pair> of(List<BankLine> bank, List<BookLine> book, Set<Undone> undone) {
        var byAmount = book.stream().collect(Collectors.groupingBy(line -> plain(line.amount())));
        var possible = new ArrayList<Pair>();
        for (var line : bank) {
            for (var other : byAmount.getOrDefault(plain(line.amount()), List.of())) {
                var pair = new Pair(line, other);
                if (pair.apart() <= days
                        && !undone.contains(new Undone(line.lineId(), other.voucherId(), other.lineNo()))) {
                    possible.add(pair);
                }
            }
        }
        // a stable sort: what is equally near stays in the order of the two lists
        possible.sort(Comparator.comparing(Pair::apart).thenComparing(Pair::dated));
        var taken = new HashSet<Object>();
        var pairs = new ArrayList<Pair>();
        for (var pair : possible) {
            if (!taken.contains(pair.bank().lineId())
                    && !taken.contains(pair.book().key())) {
                taken.add(pair.bank().lineId());
                taken.add(pair.book().key());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }
}
