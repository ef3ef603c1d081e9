package io.qiangcun.economy.dividend;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A surplus shared out to the cent (《农民专业合作社法》第四十四条). What is returned, what is shared, and what goes to the collective and
 * the managers add up to the surplus; what is guaranteed stands beside it.
 *
 * @param lines by the numbers of members; those who get nothing are left out
 */
public record Payout(Money surplus, List<Line> lines, Money collective, Money managers) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int CENTS = 2;

    public Payout {
        lines = List.copyOf(lines);
    }

    /** What one member gets. */
    public record Line(Claim claim, Money returned, Money shared, Money guaranteed) {

        public Money total() {
            return returned.plus(shared).plus(guaranteed);
        }
    }

    /**
     * @param least per cent of the surplus that has to be returned by trade where members traded
     * @throws DividendRefused if less is returned than has to be, or there is nobody to share with
     */
    public static Payout of(Money surplus, BenefitRule rule, BigDecimal least, List<Claim> claims) {
        if (surplus.signum() < 0) {
            throw new DividendRefused("surplus", "loss");
        }
        var members =
                claims.stream().sorted(Comparator.comparingInt(Claim::number)).toList();
        var traded = members.stream().anyMatch(claim -> claim.traded().signum() > 0);
        if (traded && rule.returnPercent().compareTo(least) < 0) {
            throw new DividendRefused(
                    "returnPercent", "too-little", least.stripTrailingZeros().toPlainString());
        }
        if (!traded && rule.returnPercent().signum() > 0) {
            throw new DividendRefused("returnPercent", "nobody-traded");
        }
        var back = part(surplus, rule.returnPercent());
        var rest = surplus.minus(back);
        var base = rest.compareTo(rule.base()) < 0 ? rest : rule.base();
        var split = rest.minus(base)
                .shareBy(List.of(rule.membersPercent(), rule.collectivePercent(), rule.managersPercent()));
        var returned = shared(back, members, Claim::traded);
        var rests = shared(
                base.plus(split.get(0)), members, rule.by() == RemainderBy.ACCOUNT ? Claim::account : Claim::shares);
        var lines = new ArrayList<Line>();
        for (var at = 0; at < members.size(); at++) {
            var line = new Line(members.get(at), returned.get(at), rests.get(at), guaranteed(rule, members.get(at)));
            if (!line.total().isZero()) {
                lines.add(line);
            }
        }
        return new Payout(surplus, lines, split.get(1), split.get(2));
    }

    /** Rounded up: it must not be less than the law wants, not even by a cent. */
    private static Money part(Money surplus, BigDecimal percent) {
        return new Money(surplus.yuan().multiply(percent).divide(WHOLE, CENTS, RoundingMode.CEILING));
    }

    private static List<Money> shared(Money sum, List<Claim> members, Function<Claim, BigDecimal> weight) {
        if (sum.isZero()) {
            return Collections.nCopies(members.size(), Money.ZERO);
        }
        var weights = members.stream()
                .map(weight)
                .map(one -> one.max(BigDecimal.ZERO))
                .toList();
        if (weights.stream().noneMatch(one -> one.signum() > 0)) {
            throw new DividendRefused("by", "nobody");
        }
        return sum.shareBy(weights);
    }

    private static Money guaranteed(BenefitRule rule, Claim claim) {
        var brought = claim.contributed().signum() > 0 || claim.shares().signum() > 0;
        return switch (rule.guarantee()) {
            case NONE -> Money.ZERO;
            case PER_SHARE -> times(rule.guaranteed(), claim.shares());
            case PER_MU -> times(rule.guaranteed(), claim.mu());
            case FIXED -> brought ? rule.guaranteed() : Money.ZERO;
        };
    }

    private static Money times(Money each, BigDecimal count) {
        return Money.rounded(each.yuan().multiply(count.max(BigDecimal.ZERO)));
    }

    public Money returned() {
        return Money.sum(lines.stream().map(Line::returned).toList());
    }

    public Money shared() {
        return Money.sum(lines.stream().map(Line::shared).toList());
    }

    public Money guaranteed() {
        return Money.sum(lines.stream().map(Line::guaranteed).toList());
    }

    /** All that is paid to members. */
    public Money total() {
        return returned().plus(shared()).plus(guaranteed());
    }
}
