package io.qiangcun.economy.membership;

import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something was traded.
 *
 * @param member null for somebody who is none
 * @param name of who is no member; empty for a member
 * @param quantity nought where it is not counted
 */
public record RecordTrade(
        TradeId id,
        CooperativeId cooperative,
        @Nullable CoopMemberId member,
        String name,
        TradeKind kind,
        String product,
        BigDecimal quantity,
        String unit,
        Money amount,
        LocalDate on) {}
