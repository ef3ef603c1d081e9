package io.qiangcun.economy.asset;

import io.qiangcun.core.place.Point;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a card says.
 *
 * @param months how long it lasts; null for what is not charged
 * @param chargedBefore what was charged of it before the application kept it
 * @param chargedUntil a day in the last month of that
 */
public record WriteAsset(
        AssetId id,
        BookId book,
        String number,
        String name,
        AssetKind kind,
        String location,
        @Nullable Point point,
        @Nullable BigDecimal quantity,
        String unit,
        Money cost,
        LocalDate acquiredOn,
        LocalDate inUseOn,
        @Nullable Integer months,
        BigDecimal salvagePercent,
        Money chargedBefore,
        @Nullable LocalDate chargedUntil,
        AssetUse use,
        Standing standing) {}
