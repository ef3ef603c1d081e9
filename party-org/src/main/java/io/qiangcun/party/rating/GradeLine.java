package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator applied to a secretary.
 *
 * @param measured what the records say; null where they say nothing
 * @param points by the records, or as given; null while there are none
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

    /** Points of all that is known, as a share of what it could give, times what all could give. */
    static BigDecimal score(List<GradeLine> lines) {
        var all = BigDecimal.ZERO;
        var known = BigDecimal.ZERO;
        var given = BigDecimal.ZERO;
        for (var line : lines) {
            all = all.add(line.most());
            var points = line.points();
            if (points != null) {
                known = known.add(line.most());
                given = given.add(points);
            }
        }
        return known.signum() == 0 ? BigDecimal.ZERO : given.multiply(all).divide(known, 1, RoundingMode.HALF_UP);
    }

    /** All points at the target, in proportion below it. */
    static BigDecimal pointsFor(BigDecimal most, BigDecimal measured, BigDecimal target) {
        return most.multiply(measured.max(BigDecimal.ZERO))
                .divide(target, 1, RoundingMode.HALF_UP)
                .min(most);
    }
}
