package io.qiangcun.economy.dividend;

import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is distributed of a year.
 *
 * @param surplus after losses of former years; null where the book of the cooperative says it
 * @param reservePercent of the surplus, by the articles
 * @param basis the statement it is taken from; empty where the book says it
 */
public record DraftDividend(
        DividendId id,
        CooperativeId cooperative,
        int year,
        @Nullable Money surplus,
        BigDecimal reservePercent,
        String basis,
        BenefitRule rule) {}
