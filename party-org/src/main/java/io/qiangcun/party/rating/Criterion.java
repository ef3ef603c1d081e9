package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition, item, level or indicator.
 *
 * @param amount the most points of an item or indicator; the least score of a level or grade
 * @param metric the sum that answers an indicator, or null
 * @param metricOf the sum it is a share of, or null
 * @param target at which an indicator has all its points
 */
public record Criterion(
        Kind kind,
        String code,
        String within,
        LocalDate validFrom,
        int position,
        String title,
        BigDecimal amount,
        @Nullable String metric,
        @Nullable String metricOf,
        @Nullable BigDecimal target,
        String basisText) {

    /** What it is. */
    public enum Kind {
        CONDITION,
        ITEM,
        LEVEL,
        INDICATOR,
        GRADE;

        public String messageKey() {
            return "party.rating.kind." + name();
        }
    }
}
