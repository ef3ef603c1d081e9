package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.web.Messages;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.takeover.web.BookSheetPages.Tally;
import io.qiangcun.economy.voucher.VoucherTakeover.Entry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds sheets up, so that whoever confirms one can compare it with the paper. */
@Component
class Tallies {

    private final Messages messages;

    Tallies(Messages messages) {
        this.messages = messages;
    }

    Tally whole(List<Entry> entries) {
        return new Tally(List.of(word("lines"), word("debits"), word("credits")), List.of(), sums(entries, false));
    }

    Tally byMonth(List<Entry> entries) {
        var rows = new ArrayList<List<String>>();
        entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> YearMonth.from(entry.dated()), TreeMap::new, Collectors.toList()))
                .forEach((month, of) -> {
                    var row = new ArrayList<>(List.of(month.toString()));
                    row.addAll(sums(of, true));
                    rows.add(row);
                });
        return new Tally(
                List.of(word("vouchers"), word("lines"), word("debits"), word("credits")), rows, sums(entries, true));
    }

    private static List<String> sums(List<Entry> entries, boolean vouchers) {
        var sums = new ArrayList<String>();
        if (vouchers) {
            sums.add(String.valueOf(
                    entries.stream().map(Entry::number).distinct().count()));
        }
        sums.add(String.valueOf(entries.size()));
        sums.add(sum(entries, Side.DEBIT));
        sums.add(sum(entries, Side.CREDIT));
        return sums;
    }

    private static String sum(List<Entry> entries, Side side) {
        return String.format(
                Locale.ROOT,
                "%,.2f",
                Money.sum(entries.stream()
                                .filter(entry -> entry.side() == side)
                                .map(Entry::amount)
                                .toList())
                        .yuan());
    }

    private String word(String key) {
        return messages.get("economy.takeover.tally." + key);
    }
}
