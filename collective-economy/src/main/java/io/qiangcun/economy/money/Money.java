package io.qiangcun.economy.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in yuan, to the cent (财会〔2023〕14号: 元以下填至分). Negative amounts exist, for red lines take back.
 *
 * @param yuan with two decimals, below ten trillion
 */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    private static final int DECIMALS = 2;
    private static final BigDecimal LIMIT = new BigDecimal("10000000000000");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    // after the limits, by which it is checked
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws IllegalArgumentException for more than two decimals, or too much to be true */
    public Money {
        if (yuan.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("No parts of a cent: " + yuan);
        }
        if (yuan.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("Too much money: " + yuan);
        }
        yuan = yuan.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    public static Money of(String yuan) {
        return new Money(new BigDecimal(yuan));
    }

    /** To the nearest cent, half a cent upwards. */
    public static Money rounded(BigDecimal yuan) {
        return new Money(yuan.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    public Money minus(Money other) {
        return new Money(yuan.subtract(other.yuan));
    }

    public Money negate() {
        return new Money(yuan.negate());
    }

    public int signum() {
        return yuan.signum();
    }

    public boolean isZero() {
        return yuan.signum() == 0;
    }

    /**
     * Shares this amount by weight. Everybody gets whole cents, rounded down; the cents that remain go to the largest
     * remainders, of equal ones to the earlier. So the parts always add up to the whole.
     *
     * @param weights none negative, not all nought
     */
    public List<Money> shareBy(List<BigDecimal> weights) {
        if (signum() < 0) {
            return negate().shareBy(weights).stream().map(Money::negate).toList();
        }
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("Nobody can be given a share by " + weights);
        }
        var parts = new ArrayList<BigDecimal>();
        var remainders = new BigDecimal[weights.size()];
        var left = yuan;
        for (var at = 0; at < weights.size(); at++) {
            // exact: the remainder is kept as what the division by the sum leaves
            var cents = yuan.movePointRight(DECIMALS).multiply(weights.get(at)).divideAndRemainder(sum);
            var part = cents[0].multiply(CENT).setScale(DECIMALS, RoundingMode.UNNECESSARY);
            parts.add(part);
            remainders[at] = cents[1];
            left = left.subtract(part);
        }
        var more = left.movePointRight(DECIMALS).intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> remainders[at]).reversed())
                .limit(more)
                .forEach(at -> parts.set(at, parts.get(at).add(CENT)));
        return parts.stream().map(Money::new).toList();
    }

    public List<Money> shareBy(long... weights) {
        return shareBy(Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toList());
    }

    public static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
