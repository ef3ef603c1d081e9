package io.qiangcun.economy.notice;

import java.time.YearMonth;
import java.util.regex.Pattern;

/** What a notice is about: a month or a quarter, written {@code 2026-09} or {@code 2026-Q3}. */
public record NoticePeriod(YearMonth first, YearMonth last) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    public NoticePeriod {
        var isQuarter = first.getMonthValue() % MONTHS == 1 && last.equals(first.plusMonths(MONTHS - 1));
        if (!isQuarter && !last.equals(first)) {
            throw new IllegalArgumentException("Neither a month nor a quarter: " + first + " to " + last);
        }
    }

    /** @throws java.time.DateTimeException for anything else */
    public static NoticePeriod parse(String text) {
        var quarter = QUARTER.matcher(text);
        return quarter.matches()
                ? quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)))
                : month(YearMonth.parse(text));
    }

    public static NoticePeriod month(YearMonth month) {
        return new NoticePeriod(month, month);
    }

    public static NoticePeriod quarter(int year, int number) {
        var first = YearMonth.of(year, (number - 1) * MONTHS + 1);
        return new NoticePeriod(first, first.plusMonths(MONTHS - 1));
    }

    /** The last quarter that was over before the month. */
    public static NoticePeriod quarterBefore(YearMonth month) {
        var over = month.minusMonths((month.getMonthValue() - 1) % MONTHS + 1);
        return quarter(over.getYear(), over.getMonthValue() / MONTHS);
    }

    public boolean isQuarter() {
        return !first.equals(last);
    }

    public int number() {
        return isQuarter() ? last.getMonthValue() / MONTHS : first.getMonthValue();
    }

    public int year() {
        return first.getYear();
    }

    @Override
    public String toString() {
        return isQuarter() ? year() + "-Q" + number() : first.toString();
    }
}
