package io.qiangcun.economy.bonus;

import io.qiangcun.economy.income.VillageIncome;
import java.math.BigDecimal;

/** What of a village's year is paid for. */
public enum Measure {
    /** Operating income over that of the year before, both by this year's formula. */
    INCREASE {
        @Override
        BigDecimal of(VillageIncome village) {
            return village.operating().subtract(village.before());
        }
    },
    /** All operating income. */
    INCOME {
        @Override
        BigDecimal of(VillageIncome village) {
            return village.operating();
        }
    },
    /** What is left of it after what was spent to earn it. */
    NET {
        @Override
        BigDecimal of(VillageIncome village) {
            return village.net();
        }
    };

    /** In yuan; negative after a bad year. */
    abstract BigDecimal of(VillageIncome village);
}
