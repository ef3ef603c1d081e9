package io.qiangcun.economy.contract;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * How long a contract runs and what is paid for it.
 *
 * @param until the last day
 * @param yearly what a year of the contract costs at its beginning
 * @param everyMonths how many months are paid at once: parts of a year or whole years; nought for everything at once
 * @param risePercent by how much the yearly amount rises, each time on what it was before
 * @param riseYears after how many years it rises
 */
public record Terms(
        LocalDate from,
        LocalDate until,
        Money yearly,
        int everyMonths,
        PayTime pay,
        BigDecimal risePercent,
        int riseYears) {

    /** How long anybody agrees on anything; more is a slip of the pen. */
    static final int MOST_YEARS = 100;

    static final int MONTHS = 12;

    /** Parts of a year, whole years, or everything at once. */
    public static final Set<Integer> PERIODS = Set.of(0, 1, 2, 3, 4, 6, 12, 24, 36, 60);

    public Terms {
        if (until.isBefore(from) || until.isAfter(from.plusYears(MOST_YEARS))) {
            throw new ContractRefused("until", until.isBefore(from) ? "ends-before" : "too-far");
        }
        if (yearly.signum() <= 0) {
            throw new ContractRefused("yearly", "nought");
        }
        if (!PERIODS.contains(everyMonths)) {
            throw new ContractRefused("everyMonths", "no-such-period");
        }
        if (riseYears < 1) {
            throw new ContractRefused("riseYears", "rise-years");
        }
    }

    /** The same, with another length. */
    Terms between(LocalDate first, LocalDate last) {
        return new Terms(first, last, yearly, everyMonths, pay, risePercent, riseYears);
    }
}
