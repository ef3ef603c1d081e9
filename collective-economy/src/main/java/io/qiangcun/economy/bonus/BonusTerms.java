package io.qiangcun.economy.bonus;

import io.qiangcun.economy.income.VillageIncome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scheme pays: so many per cent of what lies over each line up to the next, and so many yuan for the highest line reached.
 *
 * @param leastIncome operating income, in yuan, below which nothing is paid
 * @param most for one village, in yuan; null without such a limit
 * @param mostOfNet in per cent of net income, more than 0 up to 100; null without such a limit
 * @param steps by their lines
 */
public record BonusTerms(
        Measure measure,
        BigDecimal leastIncome,
        @Nullable BigDecimal most,
        @Nullable BigDecimal mostOfNet,
        List<Step> steps) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CENTS = 2;

    /**
     * @param over a line, in yuan
     * @param percent of what lies over it
     * @param fixed yuan for reaching it, not less than for a lower one
     */
    public record Step(BigDecimal over, BigDecimal percent, BigDecimal fixed) {

        private BigDecimal of(BigDecimal measured, @Nullable BigDecimal next) {
            var upTo = next == null ? measured : measured.min(next);
            return upTo.subtract(over).max(BigDecimal.ZERO).multiply(percent).divide(HUNDRED);
        }
    }

    public BonusTerms {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A scheme pays by at least one step");
        }
        steps = steps.stream().sorted(Comparator.comparing(Step::over)).toList();
        for (var at = 1; at < steps.size(); at++) {
            if (steps.get(at).over().compareTo(steps.get(at - 1).over()) == 0) {
                throw new IllegalArgumentException("Two steps begin with the same line");
            }
            if (steps.get(at).fixed().compareTo(steps.get(at - 1).fixed()) < 0) {
                throw new IllegalArgumentException("Who reaches more gets less");
            }
        }
    }

    /** What the village's cadres get together, and why not more. */
    public Bonus of(VillageIncome village) {
        var measured = measure.of(village);
        if (!village.isKnown()) {
            return Bonus.nothing(village, measured, Bonus.Outcome.NO_BOOK);
        }
        if (village.operating().compareTo(leastIncome) < 0) {
            return Bonus.nothing(village, measured, Bonus.Outcome.BELOW_LEAST);
        }
        if (measure == Measure.INCREASE && village.before().signum() <= 0) {
            return Bonus.nothing(village, measured, Bonus.Outcome.NOTHING_BEFORE);
        }
        var full = full(measured);
        if (full.signum() == 0) {
            return Bonus.nothing(village, measured, Bonus.Outcome.BELOW_LINE);
        }
        var limit = limit(village, full);
        var paid = full.min(limit).setScale(CENTS, RoundingMode.DOWN);
        return new Bonus(
                village, measured, paid, limit.compareTo(full) < 0 ? Bonus.Outcome.LIMITED : Bonus.Outcome.PAID);
    }

    private BigDecimal full(BigDecimal measured) {
        var sum = BigDecimal.ZERO;
        var fixed = BigDecimal.ZERO;
        for (var at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            sum = sum.add(
                    step.of(measured, at + 1 < steps.size() ? steps.get(at + 1).over() : null));
            if (measured.signum() > 0 && measured.compareTo(step.over()) >= 0) {
                fixed = step.fixed();
            }
        }
        return sum.add(fixed);
    }

    private BigDecimal limit(VillageIncome village, BigDecimal full) {
        var limit = most == null ? full : most;
        return mostOfNet == null
                ? limit
                : limit.min(
                        village.net().max(BigDecimal.ZERO).multiply(mostOfNet).divide(HUNDRED));
    }
}
