package io.qiangcun.economy.dividend;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;

/**
 * Who gets what. What is guaranteed is a cost and never counts as return by trade; of the surplus a part is returned by trade,
 * the base of the rest goes to members, and what lies above it is split.
 *
 * @param returnPercent of the surplus, by trade
 * @param base of the rest that goes to members before anything is split
 * @param membersPercent of what lies above the base; the three add up to a hundred
 * @param guaranteed for each share or mu, or for each member
 */
public record BenefitRule(
        BigDecimal returnPercent,
        RemainderBy by,
        Money base,
        BigDecimal membersPercent,
        BigDecimal collectivePercent,
        BigDecimal managersPercent,
        Guarantee guarantee,
        Money guaranteed) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public BenefitRule {
        if (returnPercent.signum() < 0 || returnPercent.compareTo(WHOLE) > 0) {
            throw new DividendRefused("returnPercent", "percent");
        }
        if (membersPercent.signum() < 0 || collectivePercent.signum() < 0 || managersPercent.signum() < 0) {
            throw new DividendRefused("membersPercent", "percent");
        }
        if (membersPercent.add(collectivePercent).add(managersPercent).compareTo(WHOLE) != 0) {
            throw new DividendRefused("membersPercent", "not-hundred");
        }
        if (base.signum() < 0 || guaranteed.signum() < 0) {
            throw new DividendRefused("base", "negative");
        }
        if (guarantee == Guarantee.NONE && guaranteed.signum() > 0) {
            throw new DividendRefused("guarantee", "guarantee-of-what");
        }
        if (guarantee != Guarantee.NONE && guaranteed.signum() == 0) {
            throw new DividendRefused("guaranteed", "nothing");
        }
    }

    /** Return by trade, all the rest by the accounts of members, nothing guaranteed. */
    public static BenefitRule byLaw(BigDecimal returnPercent) {
        return new BenefitRule(
                returnPercent,
                RemainderBy.ACCOUNT,
                Money.ZERO,
                WHOLE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Guarantee.NONE,
                Money.ZERO);
    }
}
