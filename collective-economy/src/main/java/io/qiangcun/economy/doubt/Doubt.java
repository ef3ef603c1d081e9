package io.qiangcun.economy.doubt;

import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the income of a village that wants to be explained.
 *
 * @param day of the latest voucher it is about
 * @param amount in yuan
 * @param voucherId the voucher that shows it best; null where a whole month does
 * @param otherId by which the money went
 * @param words what the voucher is for, the year, or how many vouchers
 * @param answer what came of it; null while nobody said
 */
public record Doubt(
        UUID doubtId,
        DoubtKind kind,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        UUID bookId,
        String bookName,
        LocalDate day,
        BigDecimal amount,
        @Nullable UUID voucherId,
        @Nullable UUID otherId,
        @Nullable String otherSummary,
        @Nullable LocalDate otherDated,
        @Nullable BigDecimal otherAmount,
        String words,
        @Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable Instant recordedAt,
        @Nullable String recordedByPerson) {

    public DoubtId id() {
        return new DoubtId(doubtId);
    }

    public PlaceCode place() {
        return new PlaceCode(placeCode);
    }

    public boolean isAnswered() {
        return outcome != null;
    }
}
