package io.qiangcun.economy.contract;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A period of a contract, and what is due for it. */
public record Instalment(LocalDate from, LocalDate until, LocalDate due, Money amount) {

    /** What of it is income of which calendar year, by days; it adds up to the whole. */
    public SortedMap<Integer, Money> byYear() {
        var days = new ArrayList<BigDecimal>();
        for (var year = from.getYear(); year <= until.getYear(); year++) {
            var first = from.getYear() == year ? from : LocalDate.of(year, 1, 1);
            var last = until.getYear() == year ? until : LocalDate.of(year, 12, 31);
            days.add(BigDecimal.valueOf(days(first, last)));
        }
        var parts = amount.shareBy(days);
        var years = new TreeMap<Integer, Money>();
        for (var at = 0; at < parts.size(); at++) {
            years.put(from.getYear() + at, parts.get(at));
        }
        return years;
    }

    /** The same, ending on an earlier day and paid for by days. */
    Instalment cutOff(LocalDate last) {
        var part = amount.shareBy(List.of(
                        BigDecimal.valueOf(days(from, last)), BigDecimal.valueOf(days(last.plusDays(1), until))))
                .get(0);
        return new Instalment(from, last, due.isAfter(last) ? last : due, part);
    }

    static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
