package io.qiangcun.economy.income;

import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a village's posted vouchers say of some months of a year, in yuan.
 *
 * @param books how many of its books the formula counts; none: nothing is known
 * @param before operating income of the same months a year earlier, counted by this year's formula
 */
public record VillageIncome(
        PlaceCode place,
        String name,
        @Nullable String townshipName,
        int books,
        BigDecimal operating,
        BigDecimal before,
        BigDecimal grant,
        BigDecimal oneOff,
        BigDecimal passThrough,
        BigDecimal operatingCost,
        BigDecimal otherCost) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public boolean isKnown() {
        return books > 0;
    }

    /** What is left of operating income after what was spent to earn it. */
    public BigDecimal net() {
        return operating.subtract(operatingCost);
    }

    /** In per cent with one decimal; null where there was nothing to grow from. */
    public @Nullable BigDecimal growth() {
        return before.signum() > 0
                ? operating.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP)
                : null;
    }
}
