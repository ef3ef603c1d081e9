package io.qiangcun.economy.contract;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Agrees anew on what lies ahead.
 *
 * @param from the first day for which it holds: that of a period that was not billed, or the day after the last
 */
public record Amend(
        LocalDate from,
        LocalDate until,
        Money yearly,
        int everyMonths,
        PayTime pay,
        BigDecimal risePercent,
        int riseYears,
        String reason) {

    Terms terms() {
        return new Terms(from, until, yearly, everyMonths, pay, risePercent, riseYears);
    }
}
