package io.qiangcun.economy.membership;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies what was traded once. */
public record TradeId(@Column(name = "trade_id") UUID value) {

    public static TradeId next() {
        return new TradeId(UUID.randomUUID());
    }

    public static TradeId valueOf(String text) {
        return new TradeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
