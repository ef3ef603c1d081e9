package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An indicator applied to a secretary.
 *
 * @param measured what the records say; null where they say nothing
 * @param points by the records, or as given; null while nobody has given any
 */
public record GradeLine(
        String code,
        int position,
        String title,
        BigDecimal most,
        boolean byRecords,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal target,
        @Nullable BigDecimal points,
        String reason) {

    /** All points at the target, in proportion below it. */
    static BigDecimal pointsFor(BigDecimal most, BigDecimal measured, BigDecimal target) {
        return most.multiply(measured.max(BigDecimal.ZERO))
                .divide(target, 1, RoundingMode.HALF_UP)
                .min(most);
    }
}
