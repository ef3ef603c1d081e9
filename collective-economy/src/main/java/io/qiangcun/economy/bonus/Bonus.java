package io.qiangcun.economy.bonus;

import io.qiangcun.economy.income.VillageIncome;
import java.math.BigDecimal;

/**
 * What a scheme pays for one village.
 *
 * @param measured what it pays for, in yuan
 * @param amount for all its cadres together, in yuan
 */
public record Bonus(VillageIncome village, BigDecimal measured, BigDecimal amount, Outcome outcome) {

    /** Why it is as much as it is. */
    public enum Outcome {
        PAID,
        /** Held at a limit of the scheme. */
        LIMITED,
        /** Operating income is too small. */
        BELOW_LEAST,
        /** The lowest line is not reached. */
        BELOW_LINE,
        /** Without income a year before nobody knows what it grew by. */
        NOTHING_BEFORE,
        NO_BOOK
    }

    static Bonus nothing(VillageIncome village, BigDecimal measured, Outcome outcome) {
        return new Bonus(village, measured, BigDecimal.ZERO, outcome);
    }

    public boolean isPaid() {
        return amount.signum() > 0;
    }
}
