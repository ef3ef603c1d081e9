package io.qiangcun.economy.distribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What part a household has in what the collective earns.
 *
 * @param holder as account 113 names it
 * @param shares more than nought, with two decimals
 * @param fromDay since when
 * @param untilDay the last day, null while it holds
 */
public record Share(
        String holder,
        BigDecimal shares,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        String reason,
        String recordedByPerson) {}
