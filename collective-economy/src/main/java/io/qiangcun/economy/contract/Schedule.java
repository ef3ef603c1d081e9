package io.qiangcun.economy.contract;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is due of a contract and when. A year of the contract is counted from its first day, whatever the calendar says; its
 * periods share its amount equally, and add up to it to the cent. A year that is not whole is paid for by days.
 */
public final class Schedule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Schedule() {}

    /** From the first day to the last without a gap. */
    public static List<Instalment> of(Terms terms) {
        var years = years(terms);
        return terms.everyMonths() > 0 && terms.everyMonths() < Terms.MONTHS
                ? years.stream().flatMap(year -> parts(terms, year).stream()).toList()
                : together(terms, years);
    }

    /** A year of the contract: the whole of it unless the contract ends within. */
    private record Year(int number, LocalDate from, LocalDate until, Money amount, boolean whole) {}

    private static List<Year> years(Terms terms) {
        var years = new ArrayList<Year>();
        for (var number = 0; !terms.from().plusYears(number).isAfter(terms.until()); number++) {
            var first = terms.from().plusYears(number);
            var last = terms.from().plusYears(number + 1L).minusDays(1);
            var full = yearly(terms, number);
            if (last.isAfter(terms.until())) {
                var days = BigDecimal.valueOf(Instalment.days(first, terms.until()));
                var part = Money.rounded(full.yuan()
                        .multiply(days)
                        .divide(BigDecimal.valueOf(Instalment.days(first, last)), MathContext.DECIMAL64));
                years.add(new Year(number, first, terms.until(), part, false));
            } else {
                years.add(new Year(number, first, last, full, true));
            }
        }
        return years;
    }

    private static Money yearly(Terms terms, int year) {
        var factor = BigDecimal.ONE.add(terms.risePercent().divide(HUNDRED, MathContext.DECIMAL64));
        return Money.rounded(
                terms.yearly().yuan().multiply(factor.pow(year / terms.riseYears(), MathContext.DECIMAL64)));
    }

    private static List<Instalment> parts(Terms terms, Year year) {
        var firsts = new ArrayList<LocalDate>();
        for (var months = 0; months < Terms.MONTHS; months += terms.everyMonths()) {
            var first = terms.from().plusMonths((long) year.number() * Terms.MONTHS + months);
            if (!first.isAfter(year.until())) {
                firsts.add(first);
            }
        }
        var weights = new ArrayList<BigDecimal>();
        var lasts = new ArrayList<LocalDate>();
        for (var at = 0; at < firsts.size(); at++) {
            var last = at + 1 < firsts.size() ? firsts.get(at + 1).minusDays(1) : year.until();
            lasts.add(last);
            weights.add(year.whole() ? BigDecimal.ONE : BigDecimal.valueOf(Instalment.days(firsts.get(at), last)));
        }
        var amounts = year.amount().shareBy(weights);
        var parts = new ArrayList<Instalment>();
        for (var at = 0; at < firsts.size(); at++) {
            parts.add(instalment(terms, firsts.get(at), lasts.get(at), amounts.get(at)));
        }
        return parts;
    }

    private static List<Instalment> together(Terms terms, List<Year> years) {
        var size = terms.everyMonths() == 0 ? years.size() : terms.everyMonths() / Terms.MONTHS;
        var groups = new ArrayList<Instalment>();
        for (var at = 0; at < years.size(); at += size) {
            var group = years.subList(at, Math.min(at + size, years.size()));
            groups.add(instalment(
                    terms,
                    group.get(0).from(),
                    group.get(group.size() - 1).until(),
                    Money.sum(group.stream().map(Year::amount).toList())));
        }
        return groups;
    }

    private static Instalment instalment(Terms terms, LocalDate first, LocalDate last, Money amount) {
        return new Instalment(first, last, terms.pay() == PayTime.AHEAD ? first : last, amount);
    }
}
